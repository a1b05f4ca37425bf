package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The questions asked, without who asked them. */
public final class QuestionLog {

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();

    /** A question, how often it was asked in these words, and when for the last time. */
    public record Asked(String question, int times, Instant last) {
    }

    public QuestionLog(Database database) {
        this.database = database;
    }

    public void add(LoggedQuestion question) {
        database.sql("""
                INSERT INTO question (question, outcome, reason, section, confidence, messenger, asked)
                VALUES (:question, :outcome, :reason, :section, :confidence, :messenger, :asked)
                """).param("question", numbers.mask(question.question())).param("outcome", question.outcome())
                .param("reason", question.reason()).param("section", question.section())
                .param("confidence", question.confidence()).param("messenger", question.messenger())
                .param("asked", question.at().toEpochMilli()).update();
    }

    /** The questions since then, oldest first. */
    public List<LoggedQuestion> since(Instant since) {
        return database.sql("SELECT * FROM question WHERE asked >= :since ORDER BY asked")
                .param("since", since.toEpochMilli()).query(QuestionLog::question).list();
    }

    /** The questions since then on which the articles say nothing, the most frequent first. */
    public List<Asked> unanswered(Instant since) {
        return database.sql("""
                SELECT question, count(*) AS times, max(asked) AS latest FROM question
                WHERE asked >= :since AND outcome = 'unknown' AND reason IN ('NOT_KNOWN', 'POINT_NOT_KNOWN')
                GROUP BY question ORDER BY times DESC, max(asked) DESC, question
                """).param("since", since.toEpochMilli())
                .query((row, number) -> new Asked(row.getString("question"), row.getInt("times"),
                        Database.time(row.getLong("latest"))))
                .list();
    }

    private static LoggedQuestion question(ResultSet row, int number) throws SQLException {
        return new LoggedQuestion(row.getString("question"), row.getString("outcome"), row.getString("reason"),
                row.getString("section"), row.getDouble("confidence"), row.getString("messenger"),
                Database.time(row.getLong("asked")));
    }
}
