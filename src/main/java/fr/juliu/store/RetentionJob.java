package fr.juliu.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does some work at once and then at a steady pace, until it is closed; a failure is logged and the next turn comes. */
final class RetentionJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService turns = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("retention").factory());

    private final Future<?> next;

    RetentionJob(Runnable work, Duration pace) {
        next = turns.scheduleAtFixedRate(() -> turn(work), 0, pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void turn(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOG.debug("The store says itself what is wrong", e);
        } catch (RuntimeException e) {
            LOG.warn("What is to be done now and then failed; the next attempt follows: {}", e.toString());
        }
    }

    @Override
    public void close() {
        next.cancel(false);
        turns.shutdown();
        try {
            if (!turns.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                turns.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
