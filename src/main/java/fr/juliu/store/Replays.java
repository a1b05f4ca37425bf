package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reply for each message that a messenger sends again until it is answered: made once, then told word for word. */
public final class Replays {

    private final Database database;
    private final Clock clock;

    public Replays(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
        boolean mine = database.sql("""
                INSERT INTO replay (message, leased, reply, over) VALUES (:message, :leased, NULL, :over)
                ON CONFLICT (message) DO UPDATE SET leased = excluded.leased, reply = NULL, over = excluded.over
                WHERE replay.over <= :now OR (replay.reply IS NULL AND replay.leased <= :now)
                """).param("message", message).param("leased", now + lease.toMillis())
                .param("over", now + keep.toMillis()).param("now", now).update() == 1;
        if (mine) {
            return new Turn.Mine();
        }
        String made = made(message);
        return made == null ? new Turn.Elsewhere() : new Turn.Made(made);
    }

    /** Keeps the reply to a message; returns the one that stands, which is another where somebody else was faster. */
    public String settle(String message, String reply) {
        boolean first = database.sql("UPDATE replay SET reply = :reply WHERE message = :message AND reply IS NULL")
                .param("reply", reply).param("message", message).update() == 1;
        String made = first ? reply : made(message);
        return made == null ? reply : made;
    }

    private @Nullable String made(String message) {
        List<@Nullable String> replies = database.sql("SELECT reply FROM replay WHERE message = :message")
                .param("message", message).query(String.class).list();
        return replies.isEmpty() ? null : replies.getFirst();
    }
}
