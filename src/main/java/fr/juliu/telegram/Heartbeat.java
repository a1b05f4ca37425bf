package fr.juliu.telegram;

import fr.juliu.store.Lease;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.store.Turns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, once a second, what this replica has of what is shared with others, or takes over what another one left. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    /** How often it looks, without asking the database, whether its time is over. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Lease lease;
    private final Runnable lost;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> beats;
    private long term;

    /**
     * A heart that does not beat yet.
     *
     * @param lost done when another replica is to go on with what this one did
     */
    Heartbeat(Lease lease, Turns turns, Runnable lost) {
        this.lease = lease;
        this.lost = lost;
        beats = List.of(beat("lease", PACE, () -> kept(lease::renew)), beat("turns", PACE, () -> kept(turns::renew)),
                beat("watch", LOOK, this::tell));
    }

    /** Begins, unless there is nobody to share with. */
    void start() {
        if (lease.isShared()) {
            beats.forEach(Thread::start);
        }
    }

    /** Gives up what it has, so that another replica takes over at once. */
    @Override
    public void close() {
        closing.countDown();
        try {
            for (Thread beat : beats) {
                beat.join(PACE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.giveUp();
    }

    private Thread beat(String name, Duration pace, Runnable work) {
        return Thread.ofPlatform().daemon().name("telegram-" + name).unstarted(() -> {
            try {
                do {
                    work.run();
                } while (!closing.await(pace.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void kept(Runnable renewal) {
        try {
            renewal.run();
        } catch (StoreUnavailableException e) {
            // the store says so itself; what is not kept runs out
        } catch (RuntimeException e) {
            LOG.warn("What replicas share could not be kept, and is tried again", e);
        }
    }

    private void tell() {
        long now = lease.term();
        if (now == term) {
            return;
        }
        term = now;
        if (now > 0) {
            LOG.info("Telegram: this replica ({}) sends from now on, and polls unless there is a webhook",
                    lease.owner());
        } else {
            lost.run();
            LOG.info("Telegram: this replica ({}) neither sends nor polls any more", lease.owner());
        }
    }
}
