package fr.juliu.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A SQLite file opened beside whoever works with it, or one that nobody works with: a copy. */
final class Spare implements AutoCloseable {

    /** What is of the moment, and no part of what is taken back. */
    private static final List<String> MOMENT = List.of("claim", "outgoing", "exchange", "replay", "reading",
            "hand_over", "lease", "arrival", "departure");
    private static final String HISTORY = "flyway_schema_history";
    /** Long enough for whoever writes, however much that is. */
    private static final String PATIENTLY = "?busy_timeout=30000&secure_delete=true";

    private final String url;
    private final Connection connection;

    Spare(Path file) throws SQLException {
        url = "jdbc:sqlite:" + file + PATIENTLY;
        connection = DriverManager.getConnection(url);
    }

    /** Writes all that is committed into another file, empty until then. */
    void copyTo(Path other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, other.toString());
            statement.execute();
        }
    }

    /**
     * Reads all of it.
     *
     * @throws SQLException when it is no database, or damaged
     */
    void requireSound() throws SQLException {
        List<String> faults = texts("PRAGMA integrity_check(1)");
        if (!faults.equals(List.of("ok"))) {
            throw new SQLException(String.join("; ", faults));
        }
    }

    /**
     * Brings its tables up to this version.
     *
     * @param origin what it is called in messages
     * @throws StoreException when they are not those of this version or an earlier one
     */
    void requireOurs(Path origin) {
        try {
            Flyway flyway = Flyway.configure().dataSource(url, null, null).ignoreMigrationPatterns("*:pending").load();
            if (flyway.info().current() == null || !flyway.validateWithResult().validationSuccessful) {
                throw new StoreException(origin + " is no database of this version of Juliu or an earlier one; nothing"
                        + " was changed: name a file that juliu backup wrote, and if a later version wrote it, restore"
                        + " it with that version", null);
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(origin + " cannot be brought up to this version of Juliu (" + e.getMessage()
                    + "); nothing was changed", e);
        }
    }

    /** Whether Juliu has made its tables here. */
    boolean holdsTables() throws SQLException {
        return !texts("SELECT name FROM sqlite_master WHERE name = '" + HISTORY + "'").isEmpty();
    }

    /** Writes what its log holds into the file itself, which then stands alone. */
    void closeLog() throws SQLException {
        texts("PRAGMA journal_mode = DELETE");
    }

    /** Deletes what is of the moment. */
    void dropMoment() throws SQLException {
        for (String table : MOMENT) {
            execute("DELETE FROM " + table);
        }
        execute("VACUUM");
    }

    /**
     * Puts what another file holds in the place of what is here, in one transaction, but for what is of the moment.
     *
     * @param origin what the other file is called in messages
     * @param first  done before, when nobody else can write any more
     * @throws StoreException when the tables here are those of another version
     */
    void takeFrom(Path other, Path origin, Runnable first) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS taken")) {
            attach.setString(1, other.toString());
            attach.execute();
        }
        execute("BEGIN IMMEDIATE");
        try {
            if (!history("main").equals(history("taken"))) {
                throw new StoreException(origin + " cannot be restored into a database of another version of Juliu;"
                        + " nothing was changed: start this version once first, or restore with the one that runs",
                        null);
            }
            first.run();
            for (String table : lasting()) {
                String columns = String.join(", ", texts("SELECT name FROM pragma_table_info('" + table + "')"));
                execute("DELETE FROM main." + table);
                execute("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM taken." + table);
            }
            execute("COMMIT");
        } catch (SQLException | StoreException e) {
            execute("ROLLBACK");
            throw e;
        }
    }

    Backup.Contents contents() throws SQLException {
        return new Backup.Contents(count("SELECT count(*) FROM pin"), count("SELECT count(*) FROM question"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<String> lasting() throws SQLException {
        List<String> tables = texts("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE"
                + " 'sqlite%' AND name <> '" + HISTORY + "'");
        tables.removeAll(MOMENT);
        return tables;
    }

    private List<String> history(String schema) throws SQLException {
        return texts("SELECT version || ' ' || checksum FROM " + schema + "." + HISTORY + " WHERE success"
                + " ORDER BY installed_rank");
    }

    private int count(String query) throws SQLException {
        return Integer.parseInt(texts(query).getFirst());
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
