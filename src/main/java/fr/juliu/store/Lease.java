package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one process at a time does for all that share a database, such as polling: for ten seconds from its last
 * {@link #renew()} by the database's clock, and for seven by its own, so it stops before another can begin. A database
 * that is no other process's asks nobody: there, the lease is always held.
 */
public final class Lease {

    /** How long it is the owner's. */
    static final Duration LENGTH = Duration.ofSeconds(10);
    /** So much earlier the owner holds it for lost. */
    static final Duration MARGIN = Duration.ofSeconds(3);
    /** How long after its end a mark still counts: whoever numbers what is counted may begin anew after a week. */
    static final Duration MARKED = Duration.ofHours(1);

    private static final long ALONE = 1;

    private final Database database;
    private final String name;
    private final String owner;
    private final boolean shared;
    private final Supplier<String> now;
    private final Ticker ticker;
    private volatile Held held;
    private volatile Row row = new Row("", 0, 0);

    /** A lease that this process has not taken yet. */
    public Lease(Database database, String name) {
        this(database, name, database.process(), database.isShared(), database::now, Ticker.systemTicker());
    }

    /**
     * The same.
     *
     * @param now what the database knows as the time, in SQL
     */
    Lease(Database database, String name, String owner, boolean shared, Supplier<String> now, Ticker ticker) {
        this.database = database.agreed();
        this.name = name;
        this.owner = owner;
        this.shared = shared;
        this.now = now;
        this.ticker = ticker;
        held = new Held(0, ticker.read());
    }

    /** What its owner knows without asking: in which term it has it, and until when by its own clock. */
    private record Held(long term, long until) {
    }

    /** What the database says of it. */
    private record Row(@Nullable String owner, long term, long mark) {
    }

    /** Whether other processes may want it, too. */
    public boolean isShared() {
        return shared;
    }

    /** What this process is called among those that share the database. */
    public String owner() {
        return owner;
    }

    /** Who had it when it was last asked for; empty for nobody. */
    public String holder() {
        String last = shared ? row.owner() : owner;
        return last == null ? "" : last;
    }

    /** A number for as long as this process has it without anybody between; 0 while it does not. */
    public long term() {
        if (!shared) {
            return ALONE;
        }
        Held known = held;
        return ticker.read() - known.until() < 0 ? known.term() : 0;
    }

    /**
     * Takes it when it is nobody's, or keeps it.
     *
     * @throws StoreUnavailableException when the database takes nothing; then it runs out
     */
    public void renew() {
        if (!shared) {
            return;
        }
        long asked = ticker.read();
        Row found = database.transaction(() -> {
            take();
            return read();
        });
        row = found;
        held = owner.equals(found.owner())
                ? new Held(found.term(), asked + LENGTH.minus(MARGIN).toNanos())
                : new Held(0, asked);
    }

    /** Lets others have it at once. */
    public void giveUp() {
        held = new Held(0, ticker.read());
        if (shared) {
            try {
                database.sql("UPDATE lease SET owner = NULL, over = " + now.get()
                        + " WHERE name = :name AND owner = :owner").param("name", name).param("owner", owner).update();
            } catch (StoreUnavailableException e) {
                // then it runs out
            }
        }
    }

    /** How far the owners before came; 0 when that is not known, or long ago. */
    public long mark() {
        return row.mark();
    }

    /** Says how far this owner came. */
    public void mark(long mark) {
        long term = term();
        if (shared && term > 0) {
            database.later(() -> database.sql("UPDATE lease SET mark = :mark WHERE name = :name AND term = :term")
                    .param("mark", mark).param("name", name).param("term", term).update());
        }
    }

    /** Says that this process did something that the owner has to count, whoever that is. */
    public void spend() {
        if (shared) {
            database.later(() -> database.sql("UPDATE lease SET spent = spent + 1 WHERE name = :name")
                    .param("name", name).update());
        }
    }

    /** How often others did; 0 when that cannot be read. */
    public long spent() {
        try {
            return shared
                    ? database.sql("SELECT spent FROM lease WHERE name = :name").param("name", name).query(Long.class)
                            .optional().orElse(0L)
                    : 0;
        } catch (StoreUnavailableException e) {
            return 0;
        }
    }

    private void take() {
        String time = now.get();
        database.sql("""
                INSERT INTO lease (name, owner, over, term, mark, spent) VALUES (:name, :owner, %1$s + :length, 1, 0, 0)
                ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, over = excluded.over,
                    term = lease.term + CASE WHEN lease.owner = excluded.owner THEN 0 ELSE 1 END,
                    mark = CASE WHEN lease.over > %1$s - :marked THEN lease.mark ELSE 0 END
                WHERE lease.owner IS NULL OR lease.owner = excluded.owner OR lease.over <= %1$s
                """.formatted(time)).param("name", name).param("owner", owner).param("length", LENGTH.toMillis())
                .param("marked", MARKED.toMillis()).update();
    }

    private Row read() {
        return database.sql("SELECT owner, term, mark FROM lease WHERE name = :name").param("name", name)
                .query(Lease::row).single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("owner"), row.getLong("term"), row.getLong("mark"));
    }
}
