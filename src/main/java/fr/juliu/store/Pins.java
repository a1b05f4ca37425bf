package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The answers that groups keep, one a question. */
public final class Pins {

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();

    public Pins(Database database) {
        this.database = database.lasting();
    }

    /** Keeps a pin, in place of the one that the chat has for the same question. */
    public void keep(Pin pin) {
        database.transaction(() -> {
            remove(pin.chat(), pin.id());
            return database.sql("""
                    INSERT INTO pin (chat, id, question, answer, message, by_id, by_name, pinned, edition, verdict)
                    VALUES (:chat, :id, :question, :answer, :message, :byId, :byName, :pinned, :edition, :verdict)
                    ON CONFLICT (chat, question) DO UPDATE SET id = excluded.id, answer = excluded.answer,
                        message = excluded.message, by_id = excluded.by_id, by_name = excluded.by_name,
                        pinned = excluded.pinned, edition = excluded.edition, verdict = excluded.verdict
                    """).param("chat", pin.chat()).param("id", pin.id()).param("question", numbers.mask(pin.question()))
                    .param("answer", numbers.maskPapers(pin.answer())).param("message", pin.message())
                    .param("byId", pin.byId()).param("byName", pin.byName()).param("pinned", pin.at().toEpochMilli())
                    .param("edition", pin.edition()).param("verdict", pin.verdict()).update();
        });
    }

    /** The pins of a chat, oldest first. */
    public List<Pin> of(String chat) {
        return database.sql("SELECT * FROM pin WHERE chat = :chat ORDER BY pinned, id").param("chat", chat)
                .query(Pins::pin).list();
    }

    /** The pins that may answer in a chat: none as long as they cannot be read, since the articles answer without. */
    public List<Pin> answering(String chat) {
        try {
            return of(chat);
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    public Optional<Pin> byId(String chat, String id) {
        return database.sql("SELECT * FROM pin WHERE chat = :chat AND id = :id").param("chat", chat).param("id", id)
                .query(Pins::pin).optional();
    }

    /** The pin of a message; the newest, when it answers several questions. */
    public Optional<Pin> byMessage(String chat, String message) {
        return database
                .sql("SELECT * FROM pin WHERE chat = :chat AND message = :message ORDER BY pinned DESC, id DESC LIMIT 1")
                .param("chat", chat).param("message", message).query(Pins::pin).optional();
    }

    /**
     * Gives a pin another question, in place of the pin that the chat has for that one.
     *
     * @param edition the edition of the knowledge now
     * @param verdict what the articles say to that question now
     */
    public void rename(String chat, String id, String question, String edition, String verdict) {
        String masked = numbers.mask(question);
        database.transaction(() -> {
            if (byId(chat, id).isEmpty()) {
                return 0;
            }
            database.sql("DELETE FROM pin WHERE chat = :chat AND question = :question AND id <> :id")
                    .param("chat", chat).param("question", masked).param("id", id).update();
            return database.sql("""
                    UPDATE pin SET question = :question, edition = :edition, verdict = :verdict
                    WHERE chat = :chat AND id = :id
                    """).param("question", masked).param("edition", edition).param("verdict", verdict)
                    .param("chat", chat).param("id", id).update();
        });
    }

    /** Gives all pins of a message another answer. */
    public void rewrite(String chat, String message, String answer) {
        database.sql("UPDATE pin SET answer = :answer WHERE chat = :chat AND message = :message")
                .param("answer", numbers.maskPapers(answer)).param("chat", chat).param("message", message).update();
    }

    /** Whether there was such a pin to remove. */
    public boolean remove(String chat, String id) {
        return database.sql("DELETE FROM pin WHERE chat = :chat AND id = :id").param("chat", chat).param("id", id)
                .update() > 0;
    }

    private static Pin pin(ResultSet row, int number) throws SQLException {
        return new Pin(row.getString("id"), row.getString("chat"), row.getString("question"), row.getString("answer"),
                row.getString("message"), row.getString("by_id"), row.getString("by_name"),
                Database.time(row.getLong("pinned")), row.getString("edition"), row.getString("verdict"));
    }
}
