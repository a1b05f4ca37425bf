package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The questions asked, without who asked them. */
public final class QuestionLog {

    /** In milliseconds; a day begins at a whole hour wherever the clock of a country stands. */
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private final Database database;
    private final PrivateNumbers numbers = new PrivateNumbers();
    private final Newest newest;
    private final Shares<Long> shares;

    /** A question, how often it was asked in these words, and when for the last time. */
    public record Asked(String question, int times, Instant last) {
    }

    /**
     * How many questions of an hour had the same told of them; none of their words.
     *
     * @param hour    when it began
     * @param outcome as in the JSON of an answer
     * @param reason  why nothing answered; null when something did
     * @param section where the answer stands; null when nothing answered
     */
    public record Counted(Instant hour, String messenger, String outcome, @Nullable String reason,
            @Nullable String section, int times) {
    }

    /**
     * A question for which a second reader chose something else.
     *
     * @param local   the section or outcome that is answered without him
     * @param outcome as in the JSON of the answer that he chose
     * @param section where that stands; null when nothing answers
     * @param times   how often it was asked in these words
     */
    public record Chosen(String question, String local, String outcome, @Nullable String section, int times,
            Instant last) {
    }

    public QuestionLog(Database database) {
        this(database, Bounds.USUAL);
    }

    QuestionLog(Database database, Bounds bounds) {
        this.database = database;
        newest = new Newest(database, "question", "asked", bounds.most());
        shares = new Shares<>(bounds.mostOfOne(), Ticker.systemTicker());
    }

    /** Writes a question when that can be, and returns at once. */
    public void add(LoggedQuestion question) {
        add(question, ThreadLocalRandom.current().nextLong(), Optional.empty());
    }

    /**
     * The same.
     *
     * @param asker who asked, such as an address, so that he does not crowd out the others; never stored
     */
    public void add(LoggedQuestion question, String asker) {
        long id = ThreadLocalRandom.current().nextLong();
        add(question, id, shares.add(asker, id));
    }

    private void add(LoggedQuestion question, long id, Optional<Long> surplus) {
        String masked = numbers.mask(question.question());
        LoggedQuestion.Second second = question.second();
        database.later(() -> {
            surplus.ifPresent(this::drop);
            database.sql(
                    """
                            INSERT INTO question (id, question, outcome, reason, section, confidence, messenger, asked, second, local)
                            VALUES (:id, :question, :outcome, :reason, :section, :confidence, :messenger, :asked, :second, :local)
                            """)
                    .param("id", id).param("question", masked).param("outcome", question.outcome())
                    .param("reason", question.reason()).param("section", question.section())
                    .param("confidence", question.confidence()).param("messenger", question.messenger())
                    .param("asked", question.at().toEpochMilli())
                    .param("second", second == null ? null : second.effect())
                    .param("local", second == null ? null : second.local()).update();
            newest.added();
        });
    }

    private void drop(long id) {
        database.removed(database.sql("DELETE FROM question WHERE id = :id").param("id", id).update());
    }

    /** The questions since then, oldest first. */
    public List<LoggedQuestion> since(Instant since) {
        settle();
        return database.sql("SELECT * FROM question WHERE asked >= :since ORDER BY asked")
                .param("since", since.toEpochMilli()).query(QuestionLog::question).list();
    }

    /** How many questions there were from then on and before then, by the hour and by what came of them; oldest first. */
    public List<Counted> counts(Instant from, Instant before) {
        settle();
        return database.sql("""
                SELECT asked / :hour AS hours, messenger, outcome, reason, section, count(*) AS times FROM question
                WHERE asked >= :from AND asked < :before
                GROUP BY asked / :hour, messenger, outcome, reason, section ORDER BY hours
                """.replace(":hour", String.valueOf(HOUR))).param("from", from.toEpochMilli())
                .param("before", before.toEpochMilli())
                .query((row, number) -> new Counted(Database.time(row.getLong("hours") * HOUR),
                        row.getString("messenger"), row.getString("outcome"), row.getString("reason"),
                        row.getString("section"), row.getInt("times")))
                .list();
    }

    /**
     * The questions since then on which the articles say nothing, the most frequent first; without those that the keeper
     * has dealt with.
     */
    public List<Asked> unanswered(Instant since) {
        settle();
        return database.sql("""
                SELECT question, count(*) AS times, max(asked) AS latest FROM question
                WHERE asked >= :since AND outcome = 'unknown' AND reason IN ('NOT_KNOWN', 'POINT_NOT_KNOWN')
                    AND NOT EXISTS (SELECT 1 FROM settled WHERE settled.question = question.question
                        AND (settled.how <> 'TAUGHT' OR question.asked <= settled.at))
                GROUP BY question ORDER BY times DESC, max(asked) DESC, question
                """).param("since", since.toEpochMilli())
                .query((row, number) -> new Asked(row.getString("question"), row.getInt("times"),
                        Database.time(row.getLong("latest"))))
                .list();
    }

    /** How often a second reader was asked since then, by what came of it. */
    public Map<String, Integer> readings(Instant since) {
        settle();
        Map<String, Integer> readings = new TreeMap<>();
        database.sql("SELECT second, count(*) AS times FROM question WHERE asked >= :since AND second IS NOT NULL "
                + "GROUP BY second").param("since", since.toEpochMilli())
                .query((row, number) -> readings.put(row.getString("second"), row.getInt("times"))).list();
        return readings;
    }

    /**
     * The questions since then for which a second reader chose something else than what is answered without him, the most
     * frequent first; without those that the keeper has dealt with.
     */
    public List<Chosen> chosen(Instant since) {
        settle();
        return database.sql("""
                SELECT question, local, outcome, section, count(*) AS times, max(asked) AS latest FROM question
                WHERE asked >= :since AND local IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM settled WHERE settled.question = question.question
                        AND (settled.how <> 'TAUGHT' OR question.asked <= settled.at))
                GROUP BY question, local, outcome, section ORDER BY times DESC, max(asked) DESC, question
                """).param("since", since.toEpochMilli())
                .query((row, number) -> new Chosen(row.getString("question"), row.getString("local"),
                        row.getString("outcome"), row.getString("section"), row.getInt("times"),
                        Database.time(row.getLong("latest"))))
                .list();
    }

    /** So that who reads the log finds what was asked before; without what cannot be written yet. */
    private void settle() {
        try {
            database.settle();
        } catch (StoreUnavailableException e) {
            // what is written can be read all the same
        }
    }

    private static LoggedQuestion question(ResultSet row, int number) throws SQLException {
        return new LoggedQuestion(row.getString("question"), row.getString("outcome"), row.getString("reason"),
                row.getString("section"), row.getDouble("confidence"), row.getString("messenger"),
                Database.time(row.getLong("asked")), second(row));
    }

    private static LoggedQuestion.@Nullable Second second(ResultSet row) throws SQLException {
        String effect = row.getString("second");
        return effect == null ? null : new LoggedQuestion.Second(effect, row.getString("local"));
    }
}
