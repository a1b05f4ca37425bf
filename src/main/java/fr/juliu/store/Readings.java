package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a person reads on with where a messenger shows little at once; kept for 30 minutes. */
public final class Readings {

    static final Duration KEPT = Duration.ofMinutes(30);

    private final Database database;
    private final Clock clock;

    public Readings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<String> of(String person) {
        return database.sql("SELECT state FROM reading WHERE person = :person AND over > :now")
                .param("person", person).param("now", clock.millis()).query(String.class).optional();
    }

    /**
     * Keeps what a person reads on with, in place of what was kept.
     *
     * @param turn a new id, by which it is filled later
     */
    public void keep(String person, String turn, String state) {
        database.sql("""
                INSERT INTO reading (person, turn, state, over) VALUES (:person, :turn, :state, :over)
                ON CONFLICT (person) DO UPDATE SET turn = excluded.turn, state = excluded.state, over = excluded.over
                """).param("person", person).param("turn", turn).param("state", state)
                .param("over", clock.millis() + KEPT.toMillis()).update();
    }

    /** Keeps another state for the same turn; nothing when the person went on, or is forgotten. */
    public void fill(String person, String turn, String state) {
        database.sql("UPDATE reading SET state = :state, over = :over WHERE person = :person AND turn = :turn")
                .param("state", state).param("over", clock.millis() + KEPT.toMillis()).param("person", person)
                .param("turn", turn).update();
    }

    public void drop(String person) {
        database.sql("DELETE FROM reading WHERE person = :person").param("person", person).update();
    }
}
