package fr.juliu.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears that a process on the same database published an edition, by PostgreSQL's LISTEN on a connection of its own. Where
 * that cannot be had nothing is heard, and whoever waits has waited for nothing.
 */
public final class Bell implements AutoCloseable {

    /** One that nobody rings. */
    public static final Bell NONE = new Bell(null);

    static final String CHANNEL = "juliu_edition";

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    /** How long the driver is left alone with its socket: what ends the app has to wait for it. */
    private static final Duration SLICE = Duration.ofMillis(500);

    private final @Nullable String url;
    private @Nullable Connection line;
    private boolean told;

    /**
     * A bell that is not listened to yet.
     *
     * @param url the database's address; null for one that has no bell
     */
    Bell(@Nullable String url) {
        this.url = url;
    }

    /**
     * Waits until somebody publishes an edition, at most so long; by one thread at a time.
     *
     * @return whether somebody did
     * @throws InterruptedException when the thread is interrupted, before or within one more look
     */
    public synchronized boolean await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (Thread.interrupted()) {
                hangUp();
                throw new InterruptedException();
            }
            if (left <= 0) {
                return false;
            }
            if (rang((int) Math.min(left, SLICE.toMillis()))) {
                return true;
            }
        }
    }

    /** Whether it rang within some milliseconds. */
    private boolean rang(int millis) throws InterruptedException {
        try {
            Connection open = line == null ? listening() : line;
            line = open;
            if (open != null) {
                PGNotification[] heard = open.unwrap(PGConnection.class).getNotifications(millis);
                told = false;
                return heard != null && heard.length > 0;
            }
        } catch (SQLException e) {
            if (!told) {
                told = true;
                LOG.warn("PostgreSQL's LISTEN is not to be had ({}): editions published by other replicas are looked"
                        + " for now and then", e.getMessage());
            }
            hangUp();
        }
        Thread.sleep(millis);
        return false;
    }

    private @Nullable Connection listening() throws SQLException {
        if (url == null) {
            return null;
        }
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        hangUp();
    }

    private void hangUp() {
        Connection open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The line to the database was gone already", e);
            }
        }
    }
}
