package fr.juliu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Opens the connections to a database, its tables made; a database that it cannot open is told with its setting. */
final class Connector {

    /** Few, as SQLite's readers wait for nobody. */
    static final int SQLITE_READERS = 3;
    static final int POSTGRES_READERS = 7;

    /** WAL, and what is deleted is overwritten. What is committed outlives the process; with a full sync, the power too. */
    private static final String SQLITE_OPTIONS = "?journal_mode=WAL&foreign_keys=true&secure_delete=true"
            + "&synchronous=";
    /** At the start, when the process before may not have ended yet; later, the store's own patience counts. */
    private static final String WAITING = "NORMAL&busy_timeout=5000";
    private static final String BRIEFLY = "&busy_timeout=250";
    private static final String NATIVE = "org.sqlite.tmpdir";
    private static final long CONNECTING_MILLIS = 1000;

    private final String url;
    private final String setting;

    private Connector(String url, String setting) {
        this.url = url;
        this.setting = setting;
    }

    /** The connections to a file. */
    static Pools sqlite(Path file) {
        String setting = "juliu.data is " + file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            DatabaseFile.makeForOwner(file);
            tidyBeside(file);
            unpackBeside(file);
        } catch (IOException e) {
            throw new StoreException(setting + ", a folder that cannot be made (" + e + "); set it to one that Juliu"
                    + " may write to", e);
        }
        return new Connector("jdbc:sqlite:" + file + SQLITE_OPTIONS, setting).sqlite();
    }

    /**
     * Has SQLite's native library unpacked beside the database, unless the driver was told of another folder: the
     * machine's folder for everybody may forbid to run what lies there.
     */
    static void unpackBeside(Path file) throws IOException {
        if (System.getProperty(NATIVE) == null) {
            Path folder = file.toAbsolutePath().resolveSibling("native");
            Files.createDirectories(folder);
            System.setProperty(NATIVE, folder.toString());
        }
    }

    /** Deletes what a process that was killed left of SQLite's native library beside the database. */
    private static void tidyBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("native");
        if (System.getProperty(NATIVE) != null || Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (Path library : left) {
                Files.deleteIfExists(library);
            }
        }
    }

    static Pools postgres(String url) {
        return new Connector(url, "juliu.database-url is " + withoutSecrets(url)).postgres();
    }

    /** An address without its user, password and other options. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    private Pools sqlite() {
        String waiting = url + WAITING;
        try (Connection connection = DriverManager.getConnection(waiting);
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
                    + " write to it, stop what else holds it, or, if it is damaged, put a backup in its place"
                    + (e.getCause() == null || e.getCause() instanceof SQLException
                            ? ""
                            : "; if nothing may run in " + System.getProperty(NATIVE) + ", start Java with -D" + NATIVE
                                    + " and another folder"),
                    e);
        }
        makeTables(Flyway.configure().dataSource(waiting, null, null));
        HikariConfig reading = config(url + "NORMAL" + BRIEFLY, SQLITE_READERS);
        reading.setConnectionInitSql("PRAGMA query_only = 1");
        return new Pools(door(url + "NORMAL" + BRIEFLY, "BEGIN IMMEDIATE"),
                door(url + "FULL" + BRIEFLY, "BEGIN IMMEDIATE"), new HikariDataSource(reading));
    }

    private Pools postgres() {
        try (Connection connection = DriverManager.getConnection(url)) {
            if (connection.isReadOnly()) {
                throw new SQLException("it is read-only");
            }
        } catch (SQLException e) {
            throw new StoreException(setting + ", which cannot be reached (" + e.getMessage()
                    + "); start that database, or correct address, user and password", e);
        }
        makeTables(Flyway.configure().dataSource(url, null, null));
        Door door = door(url, "BEGIN");
        return new Pools(door, door, new HikariDataSource(config(url, POSTGRES_READERS)));
    }

    /** Tables of a later version are refused as well: what this one writes into them might not be what that one reads. */
    private void makeTables(FluentConfiguration flyway) {
        try {
            flyway.ignoreMigrationPatterns(new String[0]).load().migrate();
        } catch (FlywayValidateException e) {
            throw new StoreException(setting + ", with a database of another version of Juliu; start that version,"
                    + " or put a backup in its place", e);
        } catch (FlywayException e) {
            throw new StoreException(setting + ", where the tables cannot be made (" + e.getMessage()
                    + "); let Juliu make tables there, or give it an empty database", e);
        }
    }

    private static Door door(String url, String begin) {
        return new Door(new HikariDataSource(config(url, 1)), begin);
    }

    private static HikariConfig config(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTING_MILLIS);
        config.setPoolName("store");
        if (url.startsWith("jdbc:sqlite:")) {
            // another connection might find another file there: that is for the whole store to notice
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        }
        return config;
    }
}
