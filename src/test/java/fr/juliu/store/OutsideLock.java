package fr.juliu.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another program that holds a SQLite file, so that nobody else writes to it. */
public final class OutsideLock implements AutoCloseable {

    private final Connection connection;

    public OutsideLock(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=30000");
        execute("BEGIN IMMEDIATE");
    }

    @Override
    public void close() throws SQLException {
        execute("ROLLBACK");
        connection.close();
    }

    private void execute(String statement) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(statement);
        }
    }
}
