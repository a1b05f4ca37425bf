package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;

/** Keys that only one may have, such as an update that a messenger delivers twice. */
public final class Claims {

    private final Database database;
    private final Clock clock;

    public Claims(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the key is the caller's: true for the first, false for everyone else until {@code keep} is over. */
    public boolean claim(String key, Duration keep) {
        long now = clock.millis();
        return database.sql("""
                INSERT INTO claim (name, over) VALUES (:name, :over)
                ON CONFLICT (name) DO UPDATE SET over = excluded.over WHERE claim.over <= :now
                """).param("name", key).param("over", now + keep.toMillis()).param("now", now).update() == 1;
    }

    public boolean isClaimed(String key) {
        return database.sql("SELECT count(*) FROM claim WHERE name = :name AND over > :now").param("name", key)
                .param("now", clock.millis()).query(Integer.class).single() > 0;
    }
}
