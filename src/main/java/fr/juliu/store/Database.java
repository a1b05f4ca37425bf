package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open database, a SQLite file or PostgreSQL. What it does, it does on threads of its own; who waits, waits briefly. */
public final class Database implements AutoCloseable {

    static final String FILE = "juliu.db";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BRIEF = Duration.ofSeconds(1);
    private static final Duration AGREED = Duration.ofSeconds(10);
    private static final Duration HARDLY = Duration.ofMillis(50);

    private final Engine engine;
    private final Duration patience;
    private final boolean lasts;

    private Database(Engine engine, Duration patience, boolean lasts) {
        this.engine = engine;
        this.patience = patience;
        this.lasts = lasts;
    }

    /** The database of the settings; a file is this process's alone, so whoever held messages in it is gone. */
    static Database open(StoreSettings settings) {
        if (settings.databaseUrl() != null) {
            return postgres(settings.databaseUrl());
        }
        Database file = sqlite(settings.data().resolve(FILE));
        file.sql("UPDATE outgoing SET owner = NULL, leased = 0").update();
        return file;
    }

    /** The database in a file, made along with its folder when missing. */
    public static Database sqlite(Path file) {
        return sqlite(file, PATIENCE, Ticker.systemTicker());
    }

    /**
     * The same.
     *
     * @param patience how long whoever waits for the database does so
     */
    static Database sqlite(Path file, Duration patience, Ticker ticker) {
        return new Database(new Engine(new DatabaseFile(file), () -> Connector.sqlite(file),
                Connector.SQLITE_READERS, ticker), patience, false);
    }

    /**
     * A PostgreSQL database.
     *
     * @param url such as {@code jdbc:postgresql://host/database?user=juliu&password=secret}
     */
    public static Database postgres(String url) {
        return new Database(new Engine(null, () -> Connector.postgres(url), Connector.POSTGRES_READERS,
                Ticker.systemTicker()), PATIENCE, false);
    }

    /** Does all of the work or, when it throws, nothing; work inside work is part of it. */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return engine.transaction(lasts, work, patience());
    }

    /** Waits, as long as anybody does, until all is written that was to be written by now. */
    public void settle() {
        engine.writer().call(() -> true, patience());
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The same database, where what is committed outlives a loss of power: for what is confirmed to people. */
    Database lasting() {
        return new Database(engine, patience, true);
    }

    /** The same database for what can be done without it: who waits, waits a second, and hardly at all when that is known to be in vain. */
    Database brief() {
        return new Database(engine, BRIEF, lasts);
    }

    /**
     * The same database for what processes have to agree on: where there are others, a slow one is waited for longer
     * than a person likes, but hardly at all when that is known to be in vain.
     */
    Database agreed() {
        return isShared() ? new Database(engine, AGREED, lasts) : brief();
    }

    /** Connections for a library that speaks SQL itself; what it does, it does on the threads of whoever asks it. */
    DataSource connections() {
        return engine.pools().readingAndWriting();
    }

    /** A statement whose parameters are written {@code :name}. */
    Sql sql(String statement) {
        return new Sql(this, statement);
    }

    /** Writes all of it or nothing when that can be, and returns at once; what can never be written is counted. */
    void later(Runnable work) {
        later(work, () -> {
        });
    }

    /**
     * The same.
     *
     * @param after done afterwards, whether or not it was written
     */
    void later(Runnable work, Runnable after) {
        engine.writer().later(() -> transaction(() -> {
            work.run();
            return true;
        }), after);
    }

    /** Whether other processes may be at work in it, too. */
    public boolean isShared() {
        return engine.file() == null;
    }

    /** What this process is called among those at work in it. */
    String process() {
        return engine.process();
    }

    /** The time by the database's own clock, in milliseconds since 1970, as it is written in a statement. */
    String now() {
        return isShared()
                ? "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
                : "CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)";
    }

    /** What stands in memory alone. */
    Memory memory() {
        return engine.memory();
    }

    /** Overwrites in the files what was deleted; see {@link Scrubbing}. */
    void scrub(boolean due) {
        engine.scrub(due);
    }

    /** Looks whether the database is there, gives what it has and takes what is written. */
    void look() {
        engine.look(() -> {
            if (engine.trouble().isOn()) {
                sql("INSERT INTO claim (name, over) VALUES ('probe', 0) ON CONFLICT (name) DO UPDATE SET over = 0")
                        .update();
            } else {
                sql("SELECT 1").query(Integer.class).single();
            }
        }, patience);
        sql("SELECT 1").query(Integer.class).single();
    }

    /** Counts what was deleted because there was more than is kept. */
    void removed(int entries) {
        engine.trouble().removed(entries);
    }

    Trouble.Report report() {
        return engine.trouble().report();
    }

    /** How it does now. */
    public StoreFigures figures() {
        Trouble.Report report = report();
        return new StoreFigures(report.reason() == null, waiting(), report.lost(), report.removed(), bytes());
    }

    private OptionalLong bytes() {
        DatabaseFile file = engine.file();
        try {
            return OptionalLong.of(file == null
                    ? brief().sql("SELECT pg_database_size(current_database())").query(Long.class).single()
                    : file.bytes());
        } catch (StoreUnavailableException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /** How much is still to be written that nobody waits for. */
    int waiting() {
        return engine.writer().waiting();
    }

    /** Writes on the thread for that; how many rows that changed. */
    int write(ToIntFunction<JdbcClient> work) {
        return transaction(() -> {
            int rows = work.applyAsInt(engine.pools().writer(lasts));
            if (rows > 0) {
                engine.noteChange();
            }
            return rows;
        });
    }

    /** Reads on a thread for that, or within the work that writes. */
    <T extends @Nullable Object> T read(Function<JdbcClient, T> work) {
        return engine.writer().isCurrent()
                ? work.apply(engine.pools().writer(lasts))
                : engine.read(pools -> work.apply(pools.reader()), patience());
    }

    /** The time in a column of milliseconds. */
    static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private Duration patience() {
        return (patience.equals(BRIEF) || patience.equals(AGREED)) && engine.trouble().isOn() ? HARDLY : patience;
    }
}
