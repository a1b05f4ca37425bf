package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The overwriting of what was deleted from a SQLite file. The database overwrites a row where it stands; copies are left in
 * its log, and in the free space of pages that were split: the first is emptied, the second goes when the file is
 * written anew.
 */
final class Scrubbing {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final DatabaseFile file;
    private final Ticker ticker;
    private long last;
    private boolean due;

    Scrubbing(DatabaseFile file, Ticker ticker) {
        this.file = file;
        this.ticker = ticker;
        last = ticker.read() - PAUSE.toNanos();
    }

    /** Does what is due, the file itself once a minute at most; returns why it did not work, or null. */
    @Nullable
    RuntimeException run(Pools pools, boolean now) {
        due |= now;
        long since = ticker.read() - last;
        try {
            JdbcClient client = pools.writer(false);
            if ((due && since >= PAUSE.toNanos()) || since >= DAY.toNanos()) {
                // what does not fit into memory goes where the database is, not where everybody's things lie
                client.sql("PRAGMA temp_store_directory = '"
                        + String.valueOf(file.path().getParent()).replace("'", "''") + "'").update();
                client.sql("VACUUM").update();
                last = ticker.read();
                due = false;
            }
            due |= !emptiesLog(client);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Whether nothing is left in the log; something is while somebody reads it. */
    private boolean emptiesLog(JdbcClient client) {
        return isEmpty() || client.sql("PRAGMA wal_checkpoint(TRUNCATE)")
                .query((row, number) -> row.getInt("busy")).single() == 0;
    }

    private boolean isEmpty() {
        try {
            return Files.notExists(file.log()) || Files.size(file.log()) == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
