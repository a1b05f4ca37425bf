package fr.juliu.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The open database, a SQLite file or PostgreSQL. */
public final class Database implements AutoCloseable {

    private static final String FILE = "juliu.db";

    private final HikariDataSource pool;
    private final @Nullable Database lasting;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    private Database(HikariDataSource pool, @Nullable Database lasting) {
        this.pool = pool;
        this.lasting = lasting;
        client = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
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
        Database lasting = new Database(Connector.sqlite(file, true), null);
        return new Database(Connector.sqlite(file, false), lasting);
    }

    /**
     * A PostgreSQL database.
     *
     * @param url such as {@code jdbc:postgresql://host/database?user=juliu&password=secret}
     */
    public static Database postgres(String url) {
        return new Database(Connector.postgres(url), null);
    }

    /** Does all of the work or, when it throws, nothing; work inside work is part of it. */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public void close() {
        pool.close();
        if (lasting != null) {
            lasting.close();
        }
    }

    /** The same database, where what is committed outlives a loss of power: for what is confirmed to people. */
    Database lasting() {
        return lasting == null ? this : lasting;
    }

    /** A statement whose parameters are written {@code :name}. */
    StatementSpec sql(String statement) {
        return client.sql(statement);
    }

    /** The time in a column of milliseconds. */
    static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
