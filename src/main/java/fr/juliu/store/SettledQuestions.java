package fr.juliu.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The questions that the keeper has dealt with, without who asked them. */
public final class SettledQuestions {

    private final Database database;

    public SettledQuestions(Database database) {
        this.database = database.lasting();
    }

    /** Notes how questions were dealt with, whatever was noted of them before. */
    public void add(Collection<SettledQuestion> questions) {
        database.transaction(() -> questions.stream().mapToInt(each -> database.sql("""
                INSERT INTO settled (id, question, how, note, at) VALUES (:id, :question, :how, :note, :at)
                ON CONFLICT (id) DO UPDATE SET how = excluded.how, note = excluded.note, at = excluded.at
                """).param("id", id(each.question())).param("question", each.question())
                .param("how", each.how().name()).param("note", each.note()).param("at", each.at().toEpochMilli())
                .update()).sum());
    }

    /** Articles to be written, the newest note first. */
    public List<SettledQuestion> toWrite() {
        return database.sql("SELECT * FROM settled WHERE how = 'TO_WRITE' ORDER BY at DESC, id")
                .query((row, number) -> new SettledQuestion(row.getString("question"),
                        SettledQuestion.How.valueOf(row.getString("how")), row.getString("note"),
                        Database.time(row.getLong("at"))))
                .list();
    }

    private static String id(String question) {
        return UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
