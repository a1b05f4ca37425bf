package fr.juliu.telegram.send;

import fr.juliu.store.Lease;
import fr.juliu.store.Outbox;
import java.time.Duration;

/**
 * What this process has of the sending that several share: all of it or nothing. Whoever sends keeps to the limits for
 * all: it recalls what went out before it began, and counts the calls that others make at once.
 */
final class Share {

    private static final int MOST = 100;
    /** Where others put into the outbox, they cannot say so to the one that sends. */
    private static final Duration LOOK_SHARED = Duration.ofMillis(200);
    private static final Duration LOOK_ALONE = Duration.ofSeconds(1);

    private final Lease lease;
    private final Outbox outbox;
    private final Limits limits;
    private long term;
    private long spent;

    Share(Lease lease, Outbox outbox, Limits limits) {
        this.lease = lease;
        this.outbox = outbox;
        this.limits = limits;
    }

    /** Whether it is this process that sends. */
    boolean isOn() {
        return lease.term() > 0;
    }

    /** Whether an item may go from here; where another process sends by now, it goes from there. */
    boolean isMine(OutboxItem item) {
        return switch (item) {
            case OutboxItem.Stored stored ->
                (stored.term() > 0 && stored.term() == lease.term()) || outbox.isHeld(stored.message());
            case OutboxItem.Passing passing -> isOn();
        };
    }

    /** How often to look what there is to send. */
    Duration pace() {
        return lease.isShared() ? LOOK_SHARED : LOOK_ALONE;
    }

    /** Counts a call that cannot wait, wherever it is that the limits are kept to. */
    void count() {
        if (isOn()) {
            limits.count();
        } else {
            lease.spend();
        }
    }

    /** Counts what others sent: of the last minute when this process begins to send, and their calls since. */
    void catchUp() {
        long now = lease.term();
        if (now == 0 || !lease.isShared()) {
            term = now;
            return;
        }
        long all = lease.spent();
        if (now != term) {
            term = now;
            spent = all;
            outbox.lately(Renderer.MESSENGER).forEach(limits::recall);
        }
        for (long made = Math.clamp(all - spent, 0, MOST); made > 0; made--) {
            limits.count();
        }
        spent = Math.max(spent, all);
    }
}
