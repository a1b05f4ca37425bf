package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person reads on with where a messenger shows little at once; kept for 30 minutes. */
public final class Readings {

    static final Duration KEPT = Duration.ofMinutes(30);

    private final Database database;
    private final Clock clock;

    public Readings(Database database, Clock clock) {
        this.database = database.brief();
        this.clock = clock;
    }

    /** What is on its way into the database; with no state, that there is nothing to read on with. */
    record Kept(String turn, @Nullable String state) {
    }

    /** What a person reads on with, as far as that can be known. */
    public Optional<String> of(String person) {
        Kept kept = underWay().get(person);
        if (kept != null) {
            return Optional.ofNullable(kept.state());
        }
        try {
            return database.sql("SELECT state FROM reading WHERE person = :person AND over > :now")
                    .param("person", person).param("now", clock.millis()).query(String.class).optional();
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what a person reads on with, in place of what was kept.
     *
     * @param turn a new id, by which it is filled later
     */
    public void keep(String person, String turn, String state) {
        long over = clock.millis() + KEPT.toMillis();
        write(person, new Kept(turn, state), () -> database.sql("""
                INSERT INTO reading (person, turn, state, over) VALUES (:person, :turn, :state, :over)
                ON CONFLICT (person) DO UPDATE SET turn = excluded.turn, state = excluded.state, over = excluded.over
                """).param("person", person).param("turn", turn).param("state", state).param("over", over).update());
    }

    /** Whether a person is still at a turn, as far as that can be known: he neither went on, nor is forgotten. */
    public boolean isAt(String person, String turn) {
        Kept kept = underWay().get(person);
        if (kept != null) {
            return kept.turn().equals(turn);
        }
        try {
            return database.sql("SELECT count(*) FROM reading WHERE person = :person AND turn = :turn")
                    .param("person", person).param("turn", turn).query(Integer.class).single() > 0;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** Keeps another state for the same turn; nothing when the person went on, or is forgotten. */
    public void fill(String person, String turn, String state) {
        try {
            database.sql("UPDATE reading SET state = :state, over = :over WHERE person = :person AND turn = :turn")
                    .param("state", state).param("over", clock.millis() + KEPT.toMillis()).param("person", person)
                    .param("turn", turn).update();
        } catch (StoreUnavailableException e) {
            underWay().computeIfPresent(person,
                    (same, kept) -> kept.turn().equals(turn) ? new Kept(turn, state) : kept);
        }
    }

    public void drop(String person) {
        write(person, new Kept("", null),
                () -> database.sql("DELETE FROM reading WHERE person = :person").param("person", person).update());
    }

    private void write(String person, Kept kept, Runnable write) {
        underWay().put(person, kept);
        database.later(write, () -> underWay().remove(person, kept));
    }

    private Map<String, Kept> underWay() {
        return database.memory().readings();
    }
}
