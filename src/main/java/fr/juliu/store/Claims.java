package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys that only one may have, such as an update that a messenger delivers twice. What the database does not take is kept
 * in memory.
 */
public final class Claims {

    private final Database database;
    private final Clock clock;

    public Claims(Database database, Clock clock) {
        this.database = database.agreed();
        this.clock = clock;
    }

    /** Whether the key is the caller's: true for the first, false for everyone else until {@code keep} is over. */
    public boolean claim(String key, Duration keep) {
        return claim(key, null, keep);
    }

    /**
     * The same for a key that tells of a chat, and is forgotten with it.
     *
     * @param chat null when the key tells of none
     */
    public boolean claim(String key, @Nullable String chat, Duration keep) {
        if (isRemembered(key)) {
            return false;
        }
        try {
            return store(key, chat, keep);
        } catch (StoreUnavailableException e) {
            return remember(key, keep);
        }
    }

    /** Whether the key is somebody's, as far as can be known. */
    public boolean isClaimed(String key) {
        if (isRemembered(key)) {
            return true;
        }
        try {
            return database.sql("SELECT count(*) FROM claim WHERE name = :name AND over > :now").param("name", key)
                    .param("now", clock.millis()).query(Integer.class).single() > 0;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** The same as claiming it, in the database alone. */
    boolean store(String key, @Nullable String chat, Duration keep) {
        long now = clock.millis();
        return database.sql("""
                INSERT INTO claim (name, chat, over) VALUES (:name, :chat, :over)
                ON CONFLICT (name) DO UPDATE SET over = excluded.over, chat = excluded.chat WHERE claim.over <= :now
                """).param("name", key).param("chat", chat).param("over", now + keep.toMillis()).param("now", now)
                .update() == 1;
    }

    /** The same as claiming it, in memory alone. */
    boolean remember(String key, Duration keep) {
        long now = clock.millis();
        boolean[] first = {false};
        remembered().compute(key, (same, over) -> {
            first[0] = over == null || over <= now;
            return first[0] ? Long.valueOf(now + keep.toMillis()) : over;
        });
        return first[0];
    }

    boolean isRemembered(String key) {
        Long over = remembered().get(key);
        return over != null && over > clock.millis();
    }

    private Map<String, Long> remembered() {
        return database.memory().claims();
    }
}
