package fr.juliu.telegram;

import fr.juliu.store.Lease;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.store.Turns;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, once a second, what this replica has of what is shared with others, or takes over what another one left. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Lease lease;
    private final Turns turns;
    private final Runnable lost;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread beats = Thread.ofPlatform().daemon().name("telegram-lease").unstarted(this::run);
    private long term;

    /**
     * A heart that does not beat yet.
     *
     * @param lost done when another replica is to go on with what this one did
     */
    Heartbeat(Lease lease, Turns turns, Runnable lost) {
        this.lease = lease;
        this.turns = turns;
        this.lost = lost;
    }

    /** Begins, unless there is nobody to share with. */
    void start() {
        if (lease.isShared()) {
            beats.start();
        }
    }

    /** Gives up what it has, so that another replica takes over at once. */
    @Override
    public void close() {
        closing.countDown();
        try {
            beats.join(PACE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.giveUp();
    }

    private void run() {
        try {
            do {
                beat();
            } while (!closing.await(PACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            lease.renew();
            tell();
            turns.renew();
        } catch (StoreUnavailableException e) {
            // the store says so itself; what is not kept runs out
            tell();
        } catch (RuntimeException e) {
            LOG.warn("What replicas share could not be kept, and is tried again", e);
            tell();
        }
    }

    private void tell() {
        long now = lease.term();
        if (now == term) {
            return;
        }
        term = now;
        if (now > 0) {
            turns.catchUp();
            LOG.info("Telegram: this replica ({}) sends from now on, and polls unless there is a webhook",
                    lease.owner());
        } else {
            lost.run();
            LOG.info("Telegram: this replica ({}) neither sends nor polls any more", lease.owner());
        }
    }
}
