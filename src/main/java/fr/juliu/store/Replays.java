package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reply for each message that a messenger sends again until it is answered: made once, then told word for word. What
 * the database does not take is kept in memory.
 */
public final class Replays {

    /** How long a reply is kept that was begun in the database and ended without it. */
    private static final Duration MADE = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;

    public Replays(Database database, Clock clock) {
        this.database = database.brief();
        this.clock = clock;
    }

    /** A reply in memory, made or, when null, in the making until its lease is over. */
    record Kept(long leased, @Nullable String reply, long over) {
    }

    /** Whose turn it is to reply to a message. */
    public sealed interface Turn {

        /** The caller's, until its lease is over. */
        record Mine() implements Turn {
        }

        /** Nobody's: the reply is made. */
        record Made(String reply) implements Turn {
        }

        /** Somebody else's, here or in another process. */
        record Elsewhere() implements Turn {
        }
    }

    /**
     * Whose turn it is: the first caller's, and when its lease is over without a reply, the next one's.
     *
     * @param message what the message is known by, such as a hash
     * @param lease   how long the caller may take, if it is his
     * @param keep    how long the reply is kept from now on
     */
    public Turn take(String message, Duration lease, Duration keep) {
        long now = clock.millis();
        Kept fresh = new Kept(now + lease.toMillis(), null, now + keep.toMillis());
        Kept here = inMemory().get(message);
        try {
            return here == null || here.over() <= now ? store(message, fresh, now) : remember(message, fresh, now);
        } catch (StoreUnavailableException e) {
            return remember(message, fresh, now);
        }
    }

    /** Keeps the reply to a message; returns the one that stands, which is another where somebody else was faster. */
    public String settle(String message, String reply) {
        Kept here = inMemory().computeIfPresent(message,
                (same, kept) -> kept.reply() == null ? new Kept(kept.leased(), reply, kept.over()) : kept);
        if (here != null && here.reply() != null) {
            return here.reply();
        }
        try {
            boolean first = database.sql("UPDATE replay SET reply = :reply WHERE message = :message AND reply IS NULL")
                    .param("reply", reply).param("message", message).update() == 1;
            String made = first ? reply : made(message);
            return made == null ? reply : made;
        } catch (StoreUnavailableException e) {
            Kept made = new Kept(0, reply, clock.millis() + MADE.toMillis());
            String first = inMemory().merge(message, made, (old, mine) -> old.reply() == null ? mine : old).reply();
            return first == null ? reply : first;
        }
    }

    private Turn store(String message, Kept fresh, long now) {
        boolean mine = database.sql("""
                INSERT INTO replay (message, leased, reply, over) VALUES (:message, :leased, NULL, :over)
                ON CONFLICT (message) DO UPDATE SET leased = excluded.leased, reply = NULL, over = excluded.over
                WHERE replay.over <= :now OR (replay.reply IS NULL AND replay.leased <= :now)
                """).param("message", message).param("leased", fresh.leased()).param("over", fresh.over())
                .param("now", now).update() == 1;
        return mine ? new Turn.Mine() : turn(made(message));
    }

    private Turn remember(String message, Kept fresh, long now) {
        boolean[] mine = {false};
        Kept kept = inMemory().compute(message, (same, old) -> {
            mine[0] = old == null || old.over() <= now || (old.reply() == null && old.leased() <= now);
            return mine[0] ? fresh : old;
        });
        return mine[0] || kept == null ? new Turn.Mine() : turn(kept.reply());
    }

    private static Turn turn(@Nullable String made) {
        return made == null ? new Turn.Elsewhere() : new Turn.Made(made);
    }

    private Map<String, Kept> inMemory() {
        return database.memory().replays();
    }

    private @Nullable String made(String message) {
        return database.sql("SELECT reply FROM replay WHERE message = :message AND reply IS NOT NULL")
                .param("message", message).query(String.class).optional().orElse(null);
    }
}
