package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads and connections of one database: platform threads, since a virtual one would hold its processor while
 * SQLite waits in native code; one that writes and few that read, since that is what SQLite does at the same time.
 */
final class Engine implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Supplier<Pools> opener;
    private final @Nullable DatabaseFile file;
    private final Trouble trouble;
    private final Memory memory = new Memory();
    private final @Nullable Scrubbing scrubbing;
    private final String process;
    private final ExecutorService readers;
    private final Writer writer;
    private final ReadWriteLock exchanged = new ReentrantReadWriteLock();
    private volatile @Nullable Pools pools;
    private volatile boolean astray;
    private volatile boolean looking;

    /**
     * Opens a database.
     *
     * @param file   where it is; null when a server has it
     * @param opener opens its connections, now and when another file stands there
     */
    Engine(@Nullable DatabaseFile file, Supplier<Pools> opener, int reading, Ticker ticker) {
        this.file = file;
        this.opener = opener;
        pools = opener.get();
        trouble = new Trouble(ticker);
        process = (file == null ? host() + "/" : "") + ProcessHandle.current().pid() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
        scrubbing = file == null ? null : new Scrubbing(file, ticker);
        readers = Executors.newFixedThreadPool(reading,
                Thread.ofPlatform().daemon().name("store-reader-", 0).factory());
        if (file != null) {
            file.remember();
        }
        writer = new Writer(this::watch, trouble);
    }

    /** The file that it is; null when a server has it. */
    @Nullable
    DatabaseFile file() {
        return file;
    }

    /** What this process is called where others use the same database. */
    String process() {
        return process;
    }

    Trouble trouble() {
        return trouble;
    }

    Memory memory() {
        return memory;
    }

    Writer writer() {
        return writer;
    }

    /** The connections; what asks for them is done on the store's threads. */
    Pools pools() {
        Pools open = pools;
        if (open == null) {
            throw new StoreUnavailableException("the database is not open");
        }
        return open;
    }

    /** Does all of the work on the thread that writes or, when it fails or takes too long, nothing. */
    <T extends @Nullable Object> T transaction(boolean lasts, Supplier<T> work, Duration patience) {
        return writer.call(() -> pools().transaction(lasts, work, writer::mayCommit), patience);
    }

    /** Reads on a thread for that, or as part of what writes. */
    <T extends @Nullable Object> T read(Function<Pools, T> work, Duration patience) {
        try {
            CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> reading(work), readers);
            return Waiting.forResult(result, patience, () -> result.cancel(false));
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException("the store is closed");
        }
    }

    /** Whether what is written stays, as far as is known. */
    void noteChange() {
        if (!astray) {
            writer.noteChange();
        }
    }

    /** Looks whether the database is there and takes what is written, so that it is known before somebody asks. */
    void look(Runnable probe, Duration patience) {
        looking = true;
        writer.call(() -> {
            probe.run();
            return true;
        }, patience);
    }

    /** Overwrites what was deleted; at once when {@code due}, else what is left of it from before. */
    void scrub(boolean due) {
        if (scrubbing != null) {
            writer.later(() -> {
                RuntimeException failure = scrubbing.run(pools(), due);
                if (failure != null) {
                    trouble.begins(Fault.words(failure));
                }
            }, () -> {
            });
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        writer.close();
        readers.shutdown();
        try {
            if (!readers.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Pools open = pools;
        pools = null;
        if (open != null) {
            open.close();
        }
    }

    private <T extends @Nullable Object> T reading(Function<Pools, T> work) {
        exchanged.readLock().lock();
        try {
            return work.apply(pools());
        } catch (RuntimeException e) {
            if (Fault.of(e) == null) {
                throw e;
            }
            trouble.begins(Fault.words(e));
            throw new StoreUnavailableException(Fault.words(e));
        } finally {
            exchanged.readLock().unlock();
        }
    }

    /** Opens the file anew when it is another one or none, seldom as long as that fails. */
    private void watch() {
        if (file == null || (!astray && file.isOurs()) || (astray && !looking)) {
            return;
        }
        looking = false;
        if (file.isOurs()) {
            // somebody moved it away and back
            astray = false;
            trouble.ends();
            return;
        }
        exchanged.writeLock().lock();
        try {
            pools = new Rescue(file).exchange(pools, opener);
            file.remember();
            astray = false;
            trouble.ends();
        } catch (Rescue.FailedException e) {
            astray = true;
            pools = e.pools();
            trouble.begins(String.valueOf(e.getMessage()));
        } finally {
            exchanged.writeLock().unlock();
        }
    }
}
