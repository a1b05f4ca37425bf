package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How often something was tried, counted by all processes on one database together. */
public final class Tries {

    private final Database database;
    private final Clock clock;

    public Tries(Database database, Clock clock) {
        this.database = database.brief();
        this.clock = clock;
    }

    /** Whether other processes count as well. */
    public boolean isShared() {
        return database.isShared();
    }

    /**
     * Counts a try.
     *
     * @param who  a hash of whoever tries
     * @param most how many tries a span has, which begins with the first
     * @return how long to wait when it is one too many; empty also where the database cannot tell
     */
    public Optional<Duration> count(String who, int most, Duration span) {
        long now = clock.millis();
        try {
            boolean taken = database.sql("""
                    INSERT INTO tries (who, times, over) VALUES (:who, 1, :over)
                    ON CONFLICT (who) DO UPDATE SET
                        times = CASE WHEN tries.over <= :now THEN 1 ELSE tries.times + 1 END,
                        over = CASE WHEN tries.over <= :now THEN excluded.over ELSE tries.over END
                    WHERE tries.over <= :now OR tries.times < :most
                    """).param("who", who).param("over", now + span.toMillis()).param("now", now).param("most", most)
                    .update() == 1;
            return taken
                    ? Optional.empty()
                    : database.sql("SELECT over FROM tries WHERE who = :who").param("who", who).query(Long.class)
                            .optional().map(over -> Duration.ofMillis(Math.max(1, over - now)));
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Takes a try back that was none. */
    public void forgive(String who) {
        try {
            database.sql("UPDATE tries SET times = times - 1 WHERE who = :who AND times > 0").param("who", who)
                    .update();
        } catch (StoreUnavailableException e) {
            // it is forgotten within a minute anyway
        }
    }
}
