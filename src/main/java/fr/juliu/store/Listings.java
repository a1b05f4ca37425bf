package fr.juliu.store;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rollout table of the edition told last says of each permit, and how that changed. */
public final class Listings {

    /** How many changes of a permit are kept. */
    static final int MOST_STEPS = 20;

    private final Database database;
    private final Clock clock;

    public Listings(Database database, Clock clock) {
        this.database = database.lasting();
        this.clock = clock;
    }

    /** A change of what is said of a permit. */
    public record Step(String earlier, String state, Instant at) {
    }

    /** How many watches wait, and of how many the keeper wants them not to be told for now. */
    public record Waiting(int due, int held) {
    }

    /** What is said of each permit. */
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        database.sql("SELECT permit, state FROM listing ORDER BY permit")
                .query((row, number) -> states.put(row.getString("permit"), row.getString("state"))).list();
        return states;
    }

    /** The changes of a permit, the newest first. */
    public List<Step> steps(String permit) {
        return database.sql("SELECT * FROM listing_step WHERE permit = :permit ORDER BY published DESC")
                .param("permit", permit).query((row, number) -> new Step(row.getString("earlier"),
                        row.getString("state"), Database.time(row.getLong("published"))))
                .list();
    }

    /**
     * Takes down what is said now, as part of the work that publishes it. Messages to watchers of what changed that
     * nobody has in hand are taken back, for they tell of a state that is past.
     *
     * @param states all of them, by permit; of a permit that is missing here nothing is said any more
     * @param held   whether watchers of what changed are not to be told for now
     */
    public void take(Map<String, String> states, boolean held) {
        database.transaction(() -> {
            Map<String, String> before = states();
            before.keySet().stream().filter(permit -> !states.containsKey(permit)).forEach(this::drop);
            int changed = 0;
            for (Map.Entry<String, String> now : states.entrySet()) {
                String earlier = before.get(now.getKey());
                if (!now.getValue().equals(earlier)) {
                    put(now.getKey(), now.getValue(), held && earlier != null);
                    changed++;
                    if (earlier != null) {
                        step(now.getKey(), earlier, now.getValue());
                        takeBack(now.getKey());
                    }
                }
            }
            Watches.releaseLost(database);
            return changed;
        });
    }

    /** How many watches are due. */
    public Waiting waiting() {
        return new Waiting(due(false), due(true));
    }

    /** Lets those be told that were not to be. */
    public void release() {
        database.sql("UPDATE listing SET held = FALSE WHERE held").update();
    }

    /** Takes those for told that were not to be. */
    public void skip() {
        database.transaction(() -> {
            database.sql("""
                    UPDATE watch SET told = (SELECT state FROM listing WHERE listing.permit = watch.permit)
                    WHERE permit IN (SELECT permit FROM listing WHERE held)
                    """).update();
            return database.sql("UPDATE listing SET held = FALSE WHERE held").update();
        });
    }

    private int due(boolean held) {
        return database.sql("""
                SELECT count(*) FROM watch JOIN listing ON listing.permit = watch.permit
                WHERE watch.told <> listing.state AND listing.held = :held
                """).param("held", held).query(Integer.class).single();
    }

    private void drop(String permit) {
        database.sql("DELETE FROM listing WHERE permit = :permit").param("permit", permit).update();
    }

    private void put(String permit, String state, boolean held) {
        database.sql("""
                INSERT INTO listing (permit, state, held) VALUES (:permit, :state, :held)
                ON CONFLICT (permit) DO UPDATE SET state = excluded.state, held = excluded.held
                """).param("permit", permit).param("state", state).param("held", held).update();
    }

    /** Later than the step before, whatever the clock of the process that made that one. */
    private void step(String permit, String earlier, String state) {
        database.sql("""
                INSERT INTO listing_step (permit, earlier, state, published)
                SELECT :permit, :earlier, :state, CASE WHEN COALESCE(MAX(published), 0) < :now THEN :now
                    ELSE MAX(published) + 1 END FROM listing_step WHERE permit = :permit
                """).param("permit", permit).param("earlier", earlier).param("state", state)
                .param("now", clock.millis()).update();
        database.sql("""
                DELETE FROM listing_step WHERE permit = :permit AND published NOT IN (
                    SELECT published FROM listing_step WHERE permit = :permit ORDER BY published DESC LIMIT :most)
                """).param("permit", permit).param("most", MOST_STEPS).update();
    }

    private void takeBack(String permit) {
        database.sql("""
                DELETE FROM outgoing WHERE leased <= :now AND id IN (
                    SELECT queued FROM watch WHERE permit = :permit AND queued IS NOT NULL)
                """).param("now", clock.millis()).param("permit", permit).update();
    }
}
