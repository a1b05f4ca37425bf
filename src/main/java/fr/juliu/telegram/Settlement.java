package fr.juliu.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** Does with parcels what is to be done after their calls: in the outbox, and among what waits. */
final class Settlement {

    private static final Duration LOCKED = Duration.ofMinutes(1);
    private static final int PATIENCE = 8;

    private final Postbox post;
    private final Lanes lanes;
    private final Lock lock;
    private final Retries retries;
    private final Clock clock;
    private volatile Instant lockedUntil = Instant.MIN;
    private volatile boolean lockedOut;
    private volatile boolean news;

    /**
     * A settlement of parcels.
     *
     * @param lock held while lanes are changed
     */
    Settlement(Postbox post, Lanes lanes, Lock lock, Retries retries, Clock clock) {
        this.post = post;
        this.lanes = lanes;
        this.lock = lock;
        this.retries = retries;
        this.clock = clock;
    }

    /** Does what is to be done after a call. */
    void settle(Parcel parcel, BotCall called, Outcome outcome) {
        lockedOut = outcome instanceof Outcome.Locked;
        switch (Verdict.of(called, parcel.attempts(), outcome, retries)) {
            case Verdict.Sent sent -> sent(parcel, outcome, sent.messageId());
            case Verdict.GivenUp given -> giveUp(parcel, outcome, given);
            case Verdict.Later later -> later(parcel, outcome, clock.instant().plus(later.pause()));
            case Verdict.Otherwise otherwise -> again(parcel.with(otherwise.call()), Instant.MIN);
            case Verdict.Moved moved -> move(parcel, moved.chat());
            case Verdict.Locked locked -> {
                lockedUntil = clock.instant().plus(LOCKED);
                again(parcel, Instant.MIN);
            }
        }
    }

    /** Whether nothing may be sent at all for now. */
    boolean isPaused() {
        return clock.instant().isBefore(lockedUntil);
    }

    boolean isLockedOut() {
        return lockedOut;
    }

    /** Whether something was put into the outbox since this was last asked. */
    boolean hasNews() {
        boolean had = news;
        news = false;
        return had;
    }

    /** Tells whoever waits for these parcels that they are not sent any more. */
    static void forget(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            tell(parcel, new Outcome.Unanswered("closed"));
        }
    }

    private void sent(Parcel parcel, Outcome outcome, String messageId) {
        if (parcel instanceof Parcel.Stored stored) {
            post.sent(stored, messageId);
        }
        done(parcel, outcome);
    }

    private void giveUp(Parcel parcel, Outcome outcome, Verdict.GivenUp given) {
        if (parcel instanceof Parcel.Stored stored) {
            if (given.instead() == null) {
                post.drop(stored);
            } else {
                post.replace(stored, given.instead());
                news = true;
            }
        }
        done(parcel, outcome);
    }

    private void done(Parcel parcel, Outcome outcome) {
        locked(() -> lanes.done(parcel.chat()));
        tell(parcel, outcome);
    }

    /** What is in the outbox goes back there, so that it takes no place here while it waits. */
    private void later(Parcel parcel, Outcome outcome, Instant due) {
        switch (parcel) {
            case Parcel.Stored stored -> post.inOrder(() -> {
                post.giveBack(stored, due);
                List<Parcel.Stored> rest = new ArrayList<>();
                locked(() -> rest.addAll(lanes.takeOut(stored.chat(), due)));
                rest.stream().skip(1).forEach(behind -> post.giveBack(behind, due));
            });
            case Parcel.Passing passing -> {
                if (passing.attempts() < PATIENCE) {
                    again(passing.again(), due);
                } else {
                    done(passing, outcome);
                }
            }
        }
    }

    private void again(Parcel parcel, Instant notBefore) {
        locked(() -> lanes.again(parcel, notBefore));
    }

    private void move(Parcel parcel, String chat) {
        if (parcel.chat().equals(chat)) {
            giveUp(parcel, new Outcome.Refused(400, "moved to itself", null), new Verdict.GivenUp(null));
            return;
        }
        post.move(parcel.chat(), chat);
        locked(() -> {
            lanes.again(parcel, Instant.MIN);
            lanes.move(parcel.chat(), chat);
        });
    }

    private static void tell(Parcel parcel, Outcome outcome) {
        if (parcel instanceof Parcel.Passing passing) {
            passing.outcome().complete(outcome);
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
