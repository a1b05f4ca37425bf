package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order in which processes that share a database handle the updates of one chat: by their numbers, each by one
 * process. What a process that died had taken is anybody's after ten seconds. A database that is no other process's asks
 * nobody, and one that takes nothing lets everybody go on.
 */
public final class Turns {

    /** How long an update is a process's from its last {@link #renew()}. */
    static final Duration LENGTH = Duration.ofSeconds(10);
    /** How long a process may have one at all: none holds up the others for ever. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Database database;
    private final Ids ids;
    private final String owner;
    private final boolean shared;
    private final Supplier<String> now;

    /**
     * The turns of this process.
     *
     * @param ids made greater than those of other processes' messages to the same chat
     */
    public Turns(Database database, Ids ids) {
        this(database, ids, database.process(), database.isShared(), database::now);
    }

    /**
     * The same.
     *
     * @param now what the database knows as the time, in SQL
     */
    Turns(Database database, Ids ids, String owner, boolean shared, Supplier<String> now) {
        this.database = database.agreed();
        this.ids = ids;
        this.owner = owner;
        this.shared = shared;
        this.now = now;
    }

    /** What stands before an update, and the last message that waits for its chat. */
    private record Before(int earlier, @Nullable String latest) {
    }

    /** Says that an update came, before it waits for its turn; those behind it wait from now on. */
    public void arrive(String key, String chat, long number) {
        if (shared) {
            try {
                take(key, chat, number);
            } catch (StoreUnavailableException e) {
                // the store says so itself
            }
        }
    }

    /**
     * Whether an update is this process's to handle now: no other has it, or an earlier one of its chat. Of its own, the
     * process keeps the order itself.
     */
    public boolean isNext(String key, String chat, long number) {
        if (!shared) {
            return true;
        }
        try {
            if (!take(key, chat, number)) {
                return false;
            }
            Before before = before(chat, number);
            if (before.earlier() == 0 && before.latest() != null) {
                ids.after(before.latest());
            }
            return before.earlier() == 0;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    /** Lets others have an update that was not handled, or had been. */
    public void leave(String key) {
        if (shared) {
            database.later(() -> leave(database, key, owner));
        }
    }

    /** Keeps whatever this process has. */
    public void renew() {
        if (shared) {
            database.sql("""
                    UPDATE arrival SET over = %1$s + :length WHERE owner = :owner AND since > %1$s - :longest
                    """.formatted(now.get())).param("length", LENGTH.toMillis()).param("owner", owner)
                    .param("longest", LONGEST.toMillis()).update();
        }
    }

    /** An update is handled by this process: those behind it may go on. */
    static void handled(Database database, String key) {
        if (database.isShared()) {
            leave(database, key, database.process());
        }
    }

    /** The same once the database takes it. */
    static void handledLater(Database database, String key) {
        if (database.isShared()) {
            database.later(() -> handled(database, key));
        }
    }

    /** Lets others have what is this owner's. */
    static void leave(Database database, String key, String owner) {
        database.sql("DELETE FROM arrival WHERE name = :name AND owner = :owner").param("name", key)
                .param("owner", owner).update();
    }

    private boolean take(String key, String chat, long number) {
        String time = now.get();
        return database
                .sql("""
                        INSERT INTO arrival (name, chat, number, owner, since, over)
                        VALUES (:name, :chat, :number, :owner, %1$s, %1$s + :length)
                        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, over = excluded.over,
                            since = CASE WHEN arrival.owner = excluded.owner THEN arrival.since ELSE excluded.since END
                        WHERE arrival.owner = excluded.owner OR arrival.over <= %1$s
                        """
                        .formatted(time))
                .param("name", key).param("chat", chat).param("number", number)
                .param("owner", owner).param("length", LENGTH.toMillis()).update() == 1;
    }

    private Before before(String chat, long number) {
        return database.sql("""
                SELECT (SELECT count(*) FROM arrival WHERE chat = :chat AND number < :number AND owner <> :owner
                        AND over > %s) AS earlier,
                    (SELECT max(id) FROM outgoing WHERE chat = :chat) AS latest
                """.formatted(now.get())).param("chat", chat).param("number", number).param("owner", owner)
                .query(Turns::before).single();
    }

    private static Before before(ResultSet row, int number) throws SQLException {
        return new Before(row.getInt("earlier"), row.getString("latest"));
    }
}
