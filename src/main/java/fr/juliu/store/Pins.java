package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answers that groups keep, one a question; what is dropped can be brought back for two days. */
public final class Pins {

    static final Duration RESTORABLE = Duration.ofDays(2);

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();

    public Pins(Database database) {
        this.database = database.lasting();
    }

    /** Keeps a pin, in place of the one that the chat has for the same question. */
    public void keep(Pin pin) {
        database.transaction(() -> {
            remove(pin.chat(), pin.id());
            return insert(pin);
        });
    }

    /** Keeps pins in place of those that a note has. */
    public void replace(String chat, String note, List<Pin> pins) {
        database.transaction(() -> {
            database.sql("DELETE FROM pin WHERE chat = :chat AND note = :note").param("chat", chat)
                    .param("note", note).update();
            return pins.stream().mapToInt(this::insert).sum();
        });
    }

    private int insert(Pin pin) {
        return database.sql("""
                INSERT INTO pin (chat, id, note, question, answer, file, message, shown, by_id, by_name, pinned,
                    edition, verdict)
                VALUES (:chat, :id, :note, :question, :answer, :file, :message, :shown, :byId, :byName, :pinned,
                    :edition, :verdict)
                ON CONFLICT (chat, question) DO UPDATE SET id = excluded.id, note = excluded.note,
                    answer = excluded.answer, file = excluded.file, message = excluded.message,
                    shown = excluded.shown, by_id = excluded.by_id, by_name = excluded.by_name,
                    pinned = excluded.pinned, edition = excluded.edition, verdict = excluded.verdict, dropped = NULL
                """).param("chat", pin.chat()).param("id", pin.id()).param("note", pin.note())
                .param("question", numbers.mask(pin.question()))
                .param("answer", numbers.maskPublished(pin.answer())).param("file", pin.file())
                .param("message", pin.message()).param("shown", pin.shown())
                .param("byId", pin.byId()).param("byName", pin.byName()).param("pinned", pin.at().toEpochMilli())
                .param("edition", pin.edition()).param("verdict", pin.verdict()).update();
    }

    /** The pins of a chat, oldest first. */
    public List<Pin> of(String chat) {
        return database.sql("SELECT * FROM pin WHERE chat = :chat AND dropped IS NULL ORDER BY pinned, id")
                .param("chat", chat)
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
        return database.sql("SELECT * FROM pin WHERE chat = :chat AND id = :id AND dropped IS NULL")
                .param("chat", chat).param("id", id)
                .query(Pins::pin).optional();
    }

    /** The pin of a message; the newest, when it answers several questions. */
    public Optional<Pin> byMessage(String chat, String message) {
        return database.sql("""
                SELECT * FROM pin WHERE chat = :chat AND message = :message AND dropped IS NULL
                ORDER BY pinned DESC, id DESC LIMIT 1
                """).param("chat", chat).param("message", message).query(Pins::pin).optional();
    }

    /** The pins that share a note, oldest first. */
    public List<Pin> ofNote(String chat, String note) {
        return database.sql("""
                SELECT * FROM pin WHERE chat = :chat AND note = :note AND dropped IS NULL ORDER BY pinned, id
                """).param("chat", chat).param("note", note).query(Pins::pin).list();
    }

    /** The pin of a question, as it is written. */
    public Optional<Pin> byQuestion(String chat, String question) {
        return database.sql("SELECT * FROM pin WHERE chat = :chat AND question = :question AND dropped IS NULL")
                .param("chat", chat).param("question", numbers.mask(question)).query(Pins::pin).optional();
    }

    /** Gives all pins of a message another answer. */
    public void rewrite(String chat, String message, String answer) {
        database.sql("UPDATE pin SET answer = :answer WHERE chat = :chat AND message = :message")
                .param("answer", numbers.maskPublished(answer)).param("chat", chat).param("message", message).update();
    }

    /** Whether there was such a pin to remove. */
    public boolean remove(String chat, String id) {
        return database.sql("DELETE FROM pin WHERE chat = :chat AND id = :id").param("chat", chat).param("id", id)
                .update() > 0;
    }

    /** Notes that the message of a note is pinned in the chat. */
    public void show(String chat, String note) {
        database.sql("UPDATE pin SET shown = :shown WHERE chat = :chat AND note = :note").param("shown", true)
                .param("chat", chat).param("note", note).update();
    }

    /** Drops all pins of a note; for two days they can be brought back. How many there were. */
    public int drop(String chat, String note, Instant now) {
        return database.sql("UPDATE pin SET dropped = :now WHERE chat = :chat AND note = :note AND dropped IS NULL")
                .param("now", now.toEpochMilli()).param("chat", chat).param("note", note).update();
    }

    /** Brings dropped pins of a note back, but for questions that have another answer by now. How many that were. */
    public int restore(String chat, String note, Instant now) {
        return database.sql("""
                UPDATE pin SET dropped = NULL WHERE chat = :chat AND note = :note AND dropped >= :oldest
                """).param("chat", chat).param("note", note)
                .param("oldest", now.minus(RESTORABLE).toEpochMilli()).update();
    }

    private static Pin pin(ResultSet row, int number) throws SQLException {
        return new Pin(row.getString("id"), row.getString("note"), row.getString("chat"), row.getString("question"),
                row.getString("answer"), row.getString("file"), row.getString("message"), row.getBoolean("shown"),
                row.getString("by_id"), row.getString("by_name"),
                Database.time(row.getLong("pinned")), row.getString("edition"), row.getString("verdict"));
    }
}
