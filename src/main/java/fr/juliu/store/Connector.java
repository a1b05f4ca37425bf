package fr.juliu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Opens the connections to a database, its tables made; a database that it cannot open is told with its setting. */
final class Connector {

    /** WAL, and what is deleted is overwritten. What is committed outlives the process; with a full sync, the power too. */
    private static final String SQLITE_OPTIONS = "?journal_mode=WAL&busy_timeout=5000"
            + "&transaction_mode=IMMEDIATE&foreign_keys=true&secure_delete=true";
    private static final int POSTGRES_CONNECTIONS = 8;

    private final String url;
    private final int connections;
    private final String setting;

    private Connector(String url, int connections, String setting) {
        this.url = url;
        this.connections = connections;
        this.setting = setting;
    }

    /**
     * The connection to a file.
     *
     * @param lasting whether what is committed outlives a loss of power, too
     */
    static HikariDataSource sqlite(Path file, boolean lasting) {
        String setting = "juliu.data is " + file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            makeForOwner(file);
        } catch (IOException e) {
            throw new StoreException(setting + ", a folder that cannot be made (" + e + "); set it to one that Juliu"
                    + " may write to", e);
        }
        String url = "jdbc:sqlite:" + file + SQLITE_OPTIONS + "&synchronous=" + (lasting ? "FULL" : "NORMAL");
        return new Connector(url, 1, setting).sqlite();
    }

    /** Makes the file, which SQLite takes for an empty database, so that no other user of the machine reads it. */
    private static void makeForOwner(Path file) throws IOException {
        if (Files.notExists(file) && Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    static HikariDataSource postgres(String url) {
        return new Connector(url, POSTGRES_CONNECTIONS, "juliu.database-url is " + withoutSecrets(url)).postgres();
    }

    /** An address without its user, password and other options. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    private HikariDataSource sqlite() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            String fault = found.next() ? found.getString(1) : "it says nothing";
            if (!"ok".equals(fault)) {
                throw new SQLException(fault);
            }
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new StoreException(setting + ", where juliu.db cannot be used (" + e.getMessage() + "); let Juliu"
                    + " write to it, stop what else holds it, or, if it is damaged, put a backup in its place", e);
        }
        return pool();
    }

    private HikariDataSource postgres() {
        try (Connection connection = DriverManager.getConnection(url)) {
            if (connection.isReadOnly()) {
                throw new SQLException("it is read-only");
            }
        } catch (SQLException e) {
            throw new StoreException(setting + ", which cannot be reached (" + e.getMessage()
                    + "); start that database, or correct address, user and password", e);
        }
        return pool();
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        } catch (FlywayValidateException e) {
            pool.close();
            throw new StoreException(setting + ", with a database of another version of Juliu; start that version,"
                    + " or put a backup in its place", e);
        } catch (FlywayException e) {
            pool.close();
            throw new StoreException(setting + ", where the tables cannot be made (" + e.getMessage()
                    + "); let Juliu make tables there, or give it an empty database", e);
        }
    }
}
