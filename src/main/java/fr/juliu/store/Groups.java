package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What groups set, and their moves from one id to another. */
public final class Groups {

    /** In the order in which {@link Outbox#sent} touches the first two, so that neither waits for the other. */
    private static final List<String> MOVES = List.of(
            "UPDATE outgoing SET chat = :to WHERE chat = :from",
            """
                    DELETE FROM exchange WHERE chat = :from
                    AND NOT EXISTS (SELECT 1 FROM outgoing WHERE outgoing.exchange = exchange.id)
                    """,
            "UPDATE exchange SET chat = :to, asked = '', sent = NULL WHERE chat = :from",
            """
                    DELETE FROM pin WHERE chat = :from AND EXISTS (SELECT 1 FROM pin other
                    WHERE other.chat = :to AND (other.question = pin.question OR other.id = pin.id))
                    """,
            "UPDATE pin SET chat = :to, message = '' WHERE chat = :from",
            """
                    DELETE FROM group_settings WHERE chat = :from
                    AND EXISTS (SELECT 1 FROM group_settings other WHERE other.chat = :to)
                    """,
            "UPDATE group_settings SET chat = :to WHERE chat = :from",
            """
                    DELETE FROM group_desk WHERE chat = :from
                    AND EXISTS (SELECT 1 FROM group_desk other WHERE other.chat = :to)
                    """,
            "UPDATE group_desk SET chat = :to WHERE chat = :from",
            """
                    DELETE FROM missed WHERE chat = :from AND EXISTS (SELECT 1 FROM missed other
                    WHERE other.chat = :to AND other.question = missed.question)
                    """,
            "UPDATE missed SET chat = :to WHERE chat = :from",
            "UPDATE hand_over SET chat = :to, asked = '' WHERE chat = :from",
            """
                    DELETE FROM muted WHERE chat = :from AND EXISTS (SELECT 1 FROM muted other
                    WHERE other.chat = :to AND other.person = muted.person)
                    """,
            "UPDATE muted SET chat = :to WHERE chat = :from",
            """
                    DELETE FROM watch WHERE chat = :from AND EXISTS (SELECT 1 FROM watch other
                    WHERE other.chat = :to AND other.permit = watch.permit)
                    """,
            "UPDATE watch SET chat = :to WHERE chat = :from",
            "INSERT INTO unread (who) SELECT :to WHERE EXISTS (SELECT 1 FROM unread WHERE who = :from) "
                    + "ON CONFLICT (who) DO NOTHING",
            "DELETE FROM unread WHERE who = :from AND :to <> :from");

    private final Database database;

    public Groups(Database database) {
        this.database = database.lasting();
    }

    /** The settings of a group; the default ones when it set none, and as long as they cannot be read. */
    public GroupSettings settings(String chat) {
        try {
            return database.sql("SELECT * FROM group_settings WHERE chat = :chat").param("chat", chat)
                    .query(Groups::settings).optional().orElse(GroupSettings.DEFAULT);
        } catch (StoreUnavailableException e) {
            return GroupSettings.DEFAULT;
        }
    }

    public void set(String chat, GroupSettings settings) {
        GroupSettings.QuietHours quiet = settings.quiet();
        database.sql("""
                INSERT INTO group_settings (chat, auto, confidence, named, quiet_from, quiet_to, cooldown)
                VALUES (:chat, :auto, :confidence, :named, :quietFrom, :quietTo, :cooldown)
                ON CONFLICT (chat) DO UPDATE SET auto = excluded.auto, confidence = excluded.confidence,
                    named = excluded.named, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                    cooldown = excluded.cooldown
                """).param("chat", chat).param("auto", settings.auto()).param("confidence", settings.confidence())
                .param("named", settings.speaks() == GroupSettings.Speaks.NAMED)
                .param("quietFrom", quiet == null ? null : quiet.from())
                .param("quietTo", quiet == null ? null : quiet.to())
                .param("cooldown", settings.cooldown().toSeconds()).update();
    }

    /**
     * Takes all of a group along to its new id; what the new one has already, a pin for the same question, stays. Since
     * messages are numbered anew there, pins forget theirs, and of the exchanges those alone stay that are still to be sent.
     */
    public void move(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        database.transaction(() -> MOVES.stream()
                .mapToInt(move -> database.sql(move).param("from", from).param("to", to).update()).sum());
    }

    private static GroupSettings settings(ResultSet row, int number) throws SQLException {
        GroupSettings.Speaks speaks = row.getBoolean("auto")
                ? GroupSettings.Speaks.UNASKED
                : row.getBoolean("named") ? GroupSettings.Speaks.NAMED : GroupSettings.Speaks.ASKED;
        int from = row.getInt("quiet_from");
        GroupSettings.QuietHours quiet = row.wasNull()
                ? null
                : new GroupSettings.QuietHours(from, row.getInt("quiet_to"));
        return new GroupSettings(speaks, row.getDouble("confidence"), quiet,
                Duration.ofSeconds(row.getLong("cooldown")));
    }
}
