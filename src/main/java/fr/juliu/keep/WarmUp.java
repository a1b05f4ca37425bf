package fr.juliu.keep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work ahead of the first questions, once, on a thread of its own. What fails in it is logged: the questions to come do
 * the work then, and are slower.
 */
public final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable work;
    private volatile boolean closed;
    private volatile boolean done;
    private @Nullable Thread thread;

    /**
     * A warm-up that does nothing before it is started.
     *
     * @param work ends early when its thread is interrupted
     */
    WarmUp(Runnable work) {
        this.work = work;
    }

    /** Starts the work and returns at once; after that, and when closed, does nothing. */
    synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().name("warm-up").daemon().start(this::run);
        }
    }

    /** Whether the work has come to its end, or failed. */
    public boolean isDone() {
        return done;
    }

    private void run() {
        long begun = System.nanoTime();
        try {
            work.run();
            if (!closed) {
                LOG.info("Warmed up in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
        } catch (RuntimeException | LinkageError e) {
            if (!closed) {
                LOG.warn("Warming up failed, the first questions will be slow", e);
            }
        } finally {
            done = true;
        }
    }

    /** Stops the work, and waits until it has let go of what it works on. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("Warming up does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
