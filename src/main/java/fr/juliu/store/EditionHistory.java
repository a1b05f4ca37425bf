package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The edition that readers were told of last, and how each of the last twenty differed from the one before. */
public final class EditionHistory {

    static final int MOST = 20;

    private final Database database;
    private final Clock clock;

    public EditionHistory(Database database, Clock clock) {
        this.database = database.lasting();
        this.clock = clock;
    }

    /**
     * The edition told last.
     *
     * @param edition  its fingerprint
     * @param contents what it holds, for telling how the next one differs
     */
    public record Last(String edition, String contents, Instant since) {
    }

    /**
     * How an edition differed from an earlier one.
     *
     * @param back whether it is one from before that was brought back
     */
    public record Step(String edition, String earlier, String change, boolean back, Instant at) {
    }

    /** The edition told last; empty before the first. */
    public Optional<Last> last() {
        return database.sql("SELECT edition, contents, since FROM told_edition")
                .query((row, number) -> new Last(row.getString("edition"), row.getString("contents"),
                        Database.time(row.getLong("since"))))
                .optional();
    }

    /** The last twenty steps at most, newest first. */
    public List<Step> steps() {
        return database.sql("SELECT * FROM publication ORDER BY published DESC LIMIT :most").param("most", MOST)
                .query(EditionHistory::step).list();
    }

    /** Does all of the work or, when it throws, nothing. */
    public boolean together(BooleanSupplier work) {
        return database.transaction(work::getAsBoolean);
    }

    /** Keeps the first edition; false when there is one already. */
    public boolean begin(String edition, String contents) {
        return database.sql("""
                INSERT INTO told_edition (one, edition, contents, since) VALUES (1, :edition, :contents, :now)
                ON CONFLICT (one) DO NOTHING
                """).param("edition", edition).param("contents", contents).param("now", clock.millis()).update() == 1;
    }

    /** Puts an edition in the place of the last one without a word; false when another one is the last by now. */
    public boolean replace(String last, String edition, String contents) {
        return database.sql("""
                UPDATE told_edition SET edition = :edition, contents = :contents WHERE edition = :last
                """).param("edition", edition).param("contents", contents).param("last", last).update() == 1;
    }

    /**
     * Puts an edition in the place of the last one, and tells how it differs; the same step done anew takes the place of
     * the one before. False when another edition is the last by now, since another process was faster.
     */
    public boolean follow(String last, String edition, String contents, String change, boolean back) {
        return database.transaction(() -> {
            if (!replace(last, edition, contents)) {
                return false;
            }
            // later than the step before, whatever the clock of the process that made that one
            database.sql("UPDATE told_edition SET since = CASE WHEN since < :now THEN :now ELSE since + 1 END")
                    .param("now", clock.millis()).update();
            database.sql("""
                    INSERT INTO publication (edition, earlier, change, back, published)
                    SELECT edition, :last, :change, :back, since FROM told_edition WHERE edition = :edition
                    ON CONFLICT (edition, earlier) DO UPDATE SET change = excluded.change, back = excluded.back,
                        published = excluded.published
                    """).param("last", last).param("change", change).param("back", back).param("edition", edition)
                    .update();
            database.sql("""
                    DELETE FROM publication WHERE published NOT IN (
                        SELECT published FROM publication ORDER BY published DESC LIMIT :most)
                    """).param("most", MOST).update();
            return true;
        });
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(row.getString("edition"), row.getString("earlier"), row.getString("change"),
                row.getBoolean("back"), Database.time(row.getLong("published")));
    }
}
