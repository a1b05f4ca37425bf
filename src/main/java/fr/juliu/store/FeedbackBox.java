package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What people say of answers, one word a person and answer. */
public final class FeedbackBox {

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();
    private final Newest newest;

    public FeedbackBox(Database database) {
        this(database, Bounds.USUAL);
    }

    FeedbackBox(Database database, Bounds bounds) {
        this.database = database.lasting();
        newest = new Newest(this.database, "feedback", "given", bounds.most());
    }

    /** Keeps what a person says of an answer, in place of what he said of it before. */
    public void give(Feedback feedback, String exchange, String person) {
        database.sql("""
                INSERT INTO feedback (question, outcome, section, useful, reason, given, exchange, person)
                VALUES (:question, :outcome, :section, :useful, :reason, :given, :exchange, :person)
                ON CONFLICT (exchange, person) DO UPDATE SET question = excluded.question, outcome = excluded.outcome,
                    section = excluded.section, useful = excluded.useful, reason = excluded.reason,
                    given = excluded.given
                """).param("question", numbers.mask(feedback.question())).param("outcome", feedback.outcome())
                .param("section", feedback.section()).param("useful", feedback.useful())
                .param("reason", feedback.reason() == null ? null : numbers.mask(feedback.reason()))
                .param("given", feedback.at().toEpochMilli()).param("exchange", exchange).param("person", person)
                .update();
        database.later(newest::added);
    }

    /** What was said since then, oldest first. */
    public List<Feedback> since(Instant since) {
        return database.sql("SELECT * FROM feedback WHERE given >= :since ORDER BY given")
                .param("since", since.toEpochMilli()).query(FeedbackBox::feedback).list();
    }

    private static Feedback feedback(ResultSet row, int number) throws SQLException {
        return new Feedback(row.getString("question"), row.getString("outcome"), row.getString("section"),
                row.getBoolean("useful"), row.getString("reason"), Database.time(row.getLong("given")));
    }
}
