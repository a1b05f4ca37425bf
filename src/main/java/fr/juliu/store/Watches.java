package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Who is to be told of changes of the rollout table, and what each was told last.
 *
 * <p>
 * A watch is due while what it was told differs from what {@link Listings} say now. So nothing is told twice, whatever
 * crashes: an edition that is brought back makes due again only who was told of the one between, and of several changes
 * whoever was told of none is told the last alone.
 */
public final class Watches {

    /** How many permits one chat may watch. */
    public static final int MOST_OF_CHAT = 20;

    private final Database database;

    public Watches(Database database) {
        this.database = database.lasting();
    }

    /**
     * A watch whose chat is to be told.
     *
     * @param state what the table says now
     */
    public record Due(Watch watch, String state) {
    }

    /** Keeps a watch, which knows of what is listed now; false when the chat has it already or too many. */
    public boolean add(Watch watch) {
        return database.transaction(() -> {
            if (of(watch.chat()).size() >= MOST_OF_CHAT) {
                return false;
            }
            return database.sql("""
                    INSERT INTO watch (id, messenger, chat, topic, in_group, permit, told)
                    VALUES (:id, :messenger, :chat, :topic, :group, :permit,
                        COALESCE((SELECT state FROM listing WHERE permit = :permit), :told))
                    ON CONFLICT (chat, permit) DO NOTHING
                    """).param("id", watch.id()).param("messenger", watch.messenger()).param("chat", watch.chat())
                    .param("topic", watch.topic()).param("group", watch.inGroup()).param("permit", watch.permit())
                    .param("told", watch.told()).update() == 1;
        });
    }

    /** Ends a watch; false when there is none. */
    public boolean end(String chat, String permit) {
        return database.sql("DELETE FROM watch WHERE chat = :chat AND permit = :permit").param("chat", chat)
                .param("permit", permit).update() == 1;
    }

    /** Ends all watches of a chat, such as one that shut the bot out; how many there were. */
    public int end(String chat) {
        return database.sql("DELETE FROM watch WHERE chat = :chat").param("chat", chat).update();
    }

    /** The watches of a chat, the oldest first. */
    public List<Watch> of(String chat) {
        return database.sql("SELECT * FROM watch WHERE chat = :chat ORDER BY id").param("chat", chat)
                .query(Watches::watch).list();
    }

    /** Watches that are due and have no message on its way, those that wait longest first. */
    public List<Due> due(String messenger, int most) {
        return database.sql("""
                SELECT watch.*, listing.state FROM watch JOIN listing ON listing.permit = watch.permit
                WHERE watch.messenger = :messenger AND watch.queued IS NULL AND watch.told <> listing.state
                    AND NOT listing.held
                ORDER BY watch.id LIMIT :most
                """).param("messenger", messenger).param("most", most).query(Watches::due).list();
    }

    /** The due watches of one chat. */
    public List<Due> dueIn(String chat) {
        return database.sql("""
                SELECT watch.*, listing.state FROM watch JOIN listing ON listing.permit = watch.permit
                WHERE watch.chat = :chat AND watch.queued IS NULL AND watch.told <> listing.state AND NOT listing.held
                ORDER BY watch.id
                """).param("chat", chat).query(Watches::due).list();
    }

    /** How many messages to watchers are on their way. */
    public int queued(String messenger) {
        return database.sql("SELECT count(*) FROM watch WHERE messenger = :messenger AND queued IS NOT NULL")
                .param("messenger", messenger).query(Integer.class).single();
    }

    /** Puts the message for a due watch into the outbox, unless another process or a later edition was faster. */
    public boolean queue(Due due, OutgoingMessage message) {
        return database.transaction(() -> {
            boolean mine = database.sql("""
                    UPDATE watch SET queued = :message, telling = :state
                    WHERE id = :id AND queued IS NULL AND told = :told
                        AND EXISTS (SELECT 1 FROM listing WHERE listing.permit = watch.permit AND state = :state)
                    """).param("message", message.id()).param("state", due.state()).param("id", due.watch().id())
                    .param("told", due.watch().told()).update() == 1;
            if (mine) {
                Outbox.add(message, database);
            }
            return mine;
        });
    }

    /** Notes that a due watch was told in another way than by the outbox; false when it was meanwhile. */
    public boolean told(Due due) {
        return database.sql("UPDATE watch SET told = :state WHERE id = :id AND told = :told")
                .param("state", due.state()).param("id", due.watch().id()).param("told", due.watch().told())
                .update() == 1;
    }

    /** Takes back that a due watch was told. */
    public void untold(Due due) {
        database.sql("UPDATE watch SET told = :told WHERE id = :id AND told = :state")
                .param("told", due.watch().told()).param("id", due.watch().id()).param("state", due.state()).update();
    }

    /** Notes that a message went out, or will never do so, if it was for a watch: its chat knows of the state now. */
    static void settle(Database database, String message) {
        database.sql("UPDATE watch SET told = telling, queued = NULL, telling = NULL WHERE queued = :message")
                .param("message", message).update();
    }

    /** Notes that a message is not on its way any more: if it was for a watch, that may be due again. */
    static void release(Database database, String message) {
        database.sql("UPDATE watch SET queued = NULL, telling = NULL WHERE queued = :message")
                .param("message", message).update();
    }

    /** Notes that another message goes out in place of one. */
    static void replace(Database database, String message, String other) {
        database.sql("UPDATE watch SET queued = :other WHERE queued = :message").param("other", other)
                .param("message", message).update();
    }

    /** The same for all whose messages are gone. */
    static void releaseLost(Database database) {
        database.sql("""
                UPDATE watch SET queued = NULL, telling = NULL
                WHERE queued IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outgoing WHERE outgoing.id = watch.queued)
                """).update();
    }

    /** How many chats would be told if the table said this of a permit. */
    public int differing(String permit, String state) {
        return database.sql("SELECT count(*) FROM watch WHERE permit = :permit AND told <> :state")
                .param("permit", permit).param("state", state).query(Integer.class).single();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(watch(row, number), row.getString("state"));
    }

    private static Watch watch(ResultSet row, int number) throws SQLException {
        return new Watch(row.getString("id"), row.getString("messenger"), row.getString("chat"),
                row.getString("topic"), row.getBoolean("in_group"), row.getString("permit"), row.getString("told"));
    }
}
