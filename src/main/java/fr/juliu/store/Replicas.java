package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which edition all processes on one database are to answer from, and from which one each of them does. */
public final class Replicas {

    /** For how long a process is taken to answer that said so; it says so more often. */
    public static final Duration SEEN = Duration.ofSeconds(30);

    private final Database database;
    private final Clock clock;

    public Replicas(Database database, Clock clock) {
        this.database = database.lasting();
        this.clock = clock;
    }

    /**
     * The edition that all are to answer from.
     *
     * @param edition by its content
     * @param commit  what git calls the state of the folder that it was made of; null when that was no clone
     */
    public record Published(String edition, @Nullable String commit, Instant since) {
    }

    /** Whether there may be other processes on this database: a server has it, not a file. */
    public boolean isShared() {
        return database.isShared();
    }

    /** The edition that all are to answer from; empty before the first. */
    public Optional<Published> published() {
        return database.sql("SELECT edition, made_of, published FROM published_edition")
                .query((row, number) -> new Published(row.getString("edition"), row.getString("made_of"),
                        Database.time(row.getLong("published"))))
                .optional();
    }

    /** Has all answer from an edition, as part of the work that publishes it; the others hear of it when that is done. */
    public void publish(String edition, @Nullable String commit) {
        if (!isShared()) {
            return;
        }
        database.transaction(() -> {
            database.sql("""
                    INSERT INTO published_edition (one, edition, made_of, published)
                    VALUES (1, :edition, :commit, :now)
                    ON CONFLICT (one) DO UPDATE SET edition = excluded.edition, made_of = excluded.made_of,
                        published = CASE WHEN published_edition.published < excluded.published
                            THEN excluded.published ELSE published_edition.published + 1 END
                    """).param("edition", edition).param("commit", commit).param("now", clock.millis()).update();
            return database.sql("SELECT pg_notify('" + Bell.CHANNEL + "', '')")
                    .query((row, number) -> Boolean.TRUE).list();
        });
    }

    /** Says that a process answers, and from which edition. */
    public void say(String replica, String edition) {
        database.sql("""
                INSERT INTO replica (id, edition, seen) VALUES (:replica, :edition, :now)
                ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, seen = excluded.seen
                """).param("replica", replica).param("edition", edition).param("now", clock.millis()).update();
    }

    /** Takes a process off the list that ends. */
    public void leave(String replica) {
        database.sql("DELETE FROM replica WHERE id = :replica").param("replica", replica).update();
    }

    /** The editions that processes other than one answer from, each as often as it does. */
    public List<String> editionsBeside(String replica) {
        return database.sql("SELECT edition FROM replica WHERE id <> :replica AND seen > :since ORDER BY edition")
                .param("replica", replica).param("since", clock.millis() - SEEN.toMillis()).query(String.class)
                .list();
    }
}
