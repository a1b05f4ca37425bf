package fr.juliu.store;

import java.time.Duration;
import java.util.List;

/**
 * A message that went out a while ago, where several processes may send: whoever sends next keeps to the limits, too.
 *
 * @param ago by the database's clock
 */
public record Departure(String chat, Duration ago) {

    /** For longer than any limit looks back. */
    private static final Duration KEPT = Duration.ofSeconds(90);

    static void note(Database database, OutgoingMessage message) {
        if (database.isShared()) {
            database.sql("INSERT INTO departure (id, messenger, chat, at) VALUES (:id, :messenger, :chat, "
                    + database.now() + ") ON CONFLICT (id) DO NOTHING").param("id", message.id())
                    .param("messenger", message.messenger()).param("chat", message.chat()).update();
        }
    }

    /** Those of the last minute, oldest first. */
    static List<Departure> lately(Database database, String messenger) {
        return database.isShared()
                ? database.sql("SELECT chat, " + database.now() + " - at AS ago FROM departure"
                        + " WHERE messenger = :messenger ORDER BY at").param("messenger", messenger)
                        .query((row, number) -> new Departure(row.getString("chat"),
                                Duration.ofMillis(Math.max(0, row.getLong("ago")))))
                        .list()
                : List.of();
    }

    static void forget(Database database) {
        if (database.isShared()) {
            database.sql("DELETE FROM departure WHERE at < " + database.now() + " - :kept")
                    .param("kept", KEPT.toMillis()).update();
            database.sql("DELETE FROM arrival WHERE over < " + database.now() + " - :kept")
                    .param("kept", KEPT.toMillis()).update();
        }
    }
}
