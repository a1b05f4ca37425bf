package fr.juliu.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps a database from its work that is no fault of the work. */
enum Fault {
    /** Nothing was done, and the same may work in a moment: a lock, a connection that cannot be had. */
    PASSING,
    /** The connection broke: what was not committed by then is not done, and the same may work in a moment. */
    BROKEN,
    /** Something is to be mended first: a full disk, a damaged file, a server that only reads. */
    LASTING;

    /** SQLite's BUSY and LOCKED. */
    private static final Set<Integer> LOCKS = Set.of(5, 6);
    /** SQLite's NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL and NOTADB. */
    private static final Set<Integer> BREAKAGES = Set.of(7, 8, 10, 11, 13, 14, 15, 26);
    /** A serialization failure, a deadlock, a lock, no connection, a server that starts or has too many clients. */
    private static final Set<String> WAITS = Set.of("40001", "40P01", "55P03", "08001", "57P03", "53300");
    /** What states begin with: connections, servers that end. */
    private static final Set<String> BREAKS = Set.of("08", "57P");
    /** What states begin with: resources, the operator's doings, the system; a server that only reads. */
    private static final Set<String> OUTSIDE = Set.of("53", "57", "58", "25006");
    private static final int SQLITE_ERROR = 1;
    private static final int LONGEST = 200;

    /** The fault behind a failure; null when the work itself is wrong. */
    static @Nullable Fault of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailableException) {
                return LASTING;
            }
            Fault fault = cause instanceof SQLException sql ? of(sql) : null;
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** What the database says of a failure, in one line; of any other its kind alone, as it may hold what people wrote. */
    static String words(Throwable failure) {
        if (of(failure) == null) {
            return failure.getClass().getSimpleName();
        }
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String line = String.valueOf(innermost.getMessage()).lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** Whether there was nothing to roll back: SQLite ends a transaction itself when its disk is full. */
    static boolean isNoTransaction(Throwable failure) {
        return failure.getCause() instanceof SQLException sql && sql.getSQLState() == null
                && sql.getErrorCode() == SQLITE_ERROR;
    }

    private static @Nullable Fault of(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return PASSING;
        }
        String state = failure.getSQLState();
        if (state == null) {
            int code = failure.getErrorCode();
            return LOCKS.contains(code) ? PASSING : BREAKAGES.contains(code) ? LASTING : null;
        }
        if (WAITS.contains(state)) {
            return PASSING;
        }
        if (BREAKS.stream().anyMatch(state::startsWith)) {
            return BROKEN;
        }
        return OUTSIDE.stream().anyMatch(state::startsWith) ? LASTING : null;
    }
}
