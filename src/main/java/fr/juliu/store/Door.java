package fr.juliu.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection that writes, one transaction after the other. It says itself where they begin and end: SQLite's driver loses
 * count once the database was locked at the beginning of one, and then takes all later ones apart.
 */
final class Door implements AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcClient client;
    private final String begin;

    /**
     * A connection.
     *
     * @param begin the statement that begins a transaction
     */
    Door(HikariDataSource pool, String begin) {
        this.pool = pool;
        this.begin = begin;
        client = JdbcClient.create(pool);
    }

    JdbcClient client() {
        return client;
    }

    /**
     * Does all of the work or, when it throws, nothing; work inside work is part of it.
     *
     * @param mayCommit asked at the end whether it is to last
     */
    <T extends @Nullable Object> T transaction(Supplier<T> work, BooleanSupplier mayCommit) {
        if (TransactionSynchronizationManager.hasResource(pool)) {
            return work.get();
        }
        Connection connection = DataSourceUtils.getConnection(pool);
        TransactionSynchronizationManager.bindResource(pool, new ConnectionHolder(connection));
        try {
            client.sql(begin).update();
            return begun(work, mayCommit, connection);
        } finally {
            TransactionSynchronizationManager.unbindResource(pool);
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T extends @Nullable Object> T begun(Supplier<T> work, BooleanSupplier mayCommit, Connection connection) {
        try {
            T result = work.get();
            if (!mayCommit.getAsBoolean()) {
                throw new StoreUnavailableException("the store takes too long");
            }
            client.sql("COMMIT").update();
            return result;
        } catch (RuntimeException | Error e) {
            try {
                client.sql("ROLLBACK").update();
            } catch (DataAccessException rollback) {
                e.addSuppressed(rollback);
                if (!Fault.isNoTransaction(rollback)) {
                    pool.evictConnection(connection);
                }
            }
            throw e;
        }
    }
}
