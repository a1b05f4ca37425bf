package fr.juliu.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open connections to one database: one that writes, one that writes what is to outlive a loss of power, those that read. */
final class Pools implements AutoCloseable {

    private final HikariDataSource reading;
    private final JdbcClient reader;
    private final Door quick;
    private final Door lasting;

    /**
     * Open connections.
     *
     * @param lasting the same as {@code quick} where whatever is committed outlives a loss of power
     */
    Pools(Door quick, Door lasting, HikariDataSource reading) {
        this.quick = quick;
        this.lasting = lasting;
        this.reading = reading;
        reader = JdbcClient.create(reading);
    }

    /** The connections that read, which with a server write as well. */
    DataSource readingAndWriting() {
        return reading;
    }

    JdbcClient reader() {
        return reader;
    }

    JdbcClient writer(boolean lasts) {
        return door(lasts).client();
    }

    /** Does all of the work or nothing; see {@link Door#transaction}. */
    <T extends @Nullable Object> T transaction(boolean lasts, Supplier<T> work, BooleanSupplier mayCommit) {
        return door(lasts).transaction(work, mayCommit);
    }

    @Override
    public void close() {
        reading.close();
        quick.close();
        lasting.close();
    }

    private Door door(boolean lasts) {
        return lasts ? lasting : quick;
    }
}
