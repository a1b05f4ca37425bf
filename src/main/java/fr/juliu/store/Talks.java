package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What talks keep for their next question where several processes answer: the questions that it may lean on, sealed, for
 * 30 minutes. The database tells neither whose talk it is nor what was asked: see {@link Seal}.
 */
public final class Talks {

    static final Duration KEPT = Duration.ofMinutes(30);
    /** How many talks are kept before the oldest goes. */
    static final int MOST = 20_000;

    private static final String SEPARATOR = "\n";

    private final Database database;
    private final Seal seal;
    private final Ids turns;
    private final Clock clock;

    /**
     * The talks of a database.
     *
     * @param seal of a key that all processes have, and the database does not
     */
    Talks(Database database, Seal seal, Ids turns, Clock clock) {
        this.database = database.brief();
        this.seal = seal;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * What a talk keeps.
     *
     * @param turn      another one each time that something is kept
     * @param questions masked, the oldest first
     */
    public record Kept(String turn, List<String> questions) {

        public Kept {
            questions = List.copyOf(questions);
        }
    }

    /** Whether other processes are told. */
    public boolean isShared() {
        return database.isShared();
    }

    /**
     * What a talk keeps; empty when it is new, forgotten, or sealed by a process with another key.
     *
     * @throws StoreUnavailableException when that cannot be known
     */
    public Optional<Kept> of(String talk) {
        return database.sql("SELECT turn, sealed FROM talk WHERE name = :name AND over > :now")
                .param("name", seal.name(talk)).param("now", clock.millis())
                .query((row, number) -> new Kept(row.getString("turn"),
                        seal.open(talk, row.getString("sealed")).map(text -> List.of(text.split(SEPARATOR, -1)))
                                .orElse(List.of())))
                .optional().filter(kept -> !kept.questions().isEmpty());
    }

    /**
     * Keeps questions in place of what a talk kept.
     *
     * @param person whose talk it is, who may have it forgotten; null when it is nobody's
     * @return the turn; empty when the database does not take it
     */
    public Optional<String> keep(String talk, @Nullable String person, List<String> questions) {
        String turn = turns.next();
        String text = String.join(SEPARATOR,
                questions.stream().map(question -> question.replace(SEPARATOR, " ")).toList());
        try {
            database.sql("""
                    INSERT INTO talk (name, person, turn, sealed, over) VALUES (:name, :person, :turn, :sealed, :over)
                    ON CONFLICT (name) DO UPDATE SET person = excluded.person, turn = excluded.turn,
                        sealed = excluded.sealed, over = excluded.over
                    """).param("name", seal.name(talk)).param("person", person == null ? null : seal.name(person))
                    .param("turn", turn).param("sealed", seal.close(talk, text))
                    .param("over", clock.millis() + KEPT.toMillis()).update();
            return Optional.of(turn);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Forgets the talks of a person. */
    public void forget(String person) {
        database.sql("DELETE FROM talk WHERE person = :person").param("person", seal.name(person)).update();
    }
}
