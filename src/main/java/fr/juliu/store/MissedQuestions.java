package fr.juliu.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What was asked in groups and not answered there, without who asked. */
public final class MissedQuestions {

    /** How many are kept of a group; then the oldest go. */
    static final int MOST_OF_GROUP = 200;

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();
    private final Newest newest;

    public MissedQuestions(Database database) {
        this(database, Bounds.USUAL);
    }

    MissedQuestions(Database database, Bounds bounds) {
        this.database = database;
        newest = new Newest(database, "missed", "latest", bounds.most());
    }

    /**
     * Notes a question when that can be, and returns at once.
     *
     * @param id for the question, where it is not known yet
     */
    public void add(String chat, String id, String question, Instant at) {
        String masked = numbers.mask(question);
        database.later(() -> {
            database.sql("""
                    INSERT INTO missed (id, chat, question, times, latest) VALUES (:id, :chat, :question, 1, :at)
                    ON CONFLICT (chat, question) DO UPDATE SET times = missed.times + 1, latest = excluded.latest
                    """).param("id", id).param("chat", chat).param("question", masked)
                    .param("at", at.toEpochMilli()).update();
            database.removed(database.sql("""
                    DELETE FROM missed WHERE chat = :chat AND latest < (SELECT latest FROM missed
                    WHERE chat = :chat ORDER BY latest DESC LIMIT 1 OFFSET :others)
                    """).param("chat", chat).param("others", MOST_OF_GROUP - 1).update());
            newest.added();
        });
    }

    /** Those of a group, the newest first. */
    public List<MissedQuestion> of(String chat) {
        try {
            database.settle();
        } catch (StoreUnavailableException e) {
            // what is written can be read all the same
        }
        return database.sql("SELECT * FROM missed WHERE chat = :chat ORDER BY latest DESC, id DESC")
                .param("chat", chat)
                .query((row, number) -> new MissedQuestion(row.getString("id"), row.getString("question"),
                        row.getInt("times"), Database.time(row.getLong("latest"))))
                .list();
    }

    /** Forgets questions of a group. */
    public void drop(String chat, Collection<String> ids) {
        database.transaction(() -> ids.stream()
                .mapToInt(id -> database.sql("DELETE FROM missed WHERE chat = :chat AND id = :id")
                        .param("chat", chat).param("id", id).update())
                .sum());
    }
}
