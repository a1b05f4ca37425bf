package fr.juliu.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does with parcels what is to be done after their calls: in the outbox, and among what waits. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LOCKED = Duration.ofMinutes(1);
    private static final int PATIENCE = 8;

    private final Postbox post;
    private final Lanes lanes;
    private final Lock lock;
    private final Retries retries;
    private final Clock clock;
    private final Flood flood = new Flood();
    private volatile Instant lockedUntil = Instant.MIN;
    private volatile boolean lockedOut;

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

    /** Does what is to be done after a call, and says when the outbox has something for it; never when it has nothing. */
    Instant settle(Parcel parcel, BotCall called, Outcome outcome) {
        if (outcome instanceof Outcome.Locked) {
            lockedUntil = clock.instant().plus(LOCKED);
        }
        if (outcome instanceof Outcome.TooMuch much) {
            flood.complain(parcel.chat(), clock.instant(), much.pause());
        }
        lockedOut = outcome instanceof Outcome.Locked;
        return switch (Verdict.of(called, parcel.attempts(), outcome, retries)) {
            case Verdict.Sent sent -> sent(parcel, outcome, sent.messageId());
            case Verdict.GivenUp given -> giveUp(parcel, outcome, given.instead());
            case Verdict.Later later -> later(parcel, outcome, clock.instant().plus(later.pause()));
            case Verdict.Otherwise otherwise -> again(parcel.with(otherwise.call()), Instant.MIN);
            case Verdict.Moved moved -> move(parcel, moved.chat());
            case Verdict.Locked locked -> again(parcel, Instant.MIN);
        };
    }

    /** Sends a parcel no more. */
    Instant abandon(Parcel parcel, String reason) {
        return giveUp(parcel, new Outcome.Refused(0, reason, null), null);
    }

    /** Gives a parcel back whose delivery broke off, unless it was settled already. */
    Instant recover(Parcel parcel) {
        boolean[] left = {false};
        locked(() -> left[0] = lanes.isUnderWay(parcel));
        return left[0]
                ? later(parcel, new Outcome.Unanswered("broken off"),
                        clock.instant().plus(retries.pause(parcel.attempts())))
                : Instant.MAX;
    }

    /** Whether nothing may be sent at all for now. */
    boolean isPaused() {
        Instant now = clock.instant();
        return now.isBefore(lockedUntil) || flood.isOn(now);
    }

    boolean isLockedOut() {
        return lockedOut;
    }

    /** Tells whoever waits for these parcels that they are not sent any more. */
    static void forget(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            tell(parcel, new Outcome.Unanswered("closed"));
        }
    }

    private Instant sent(Parcel parcel, Outcome outcome, String messageId) {
        if (parcel instanceof Parcel.Stored stored) {
            post.sent(stored, messageId);
        }
        return done(parcel, outcome);
    }

    private Instant giveUp(Parcel parcel, Outcome outcome, @Nullable BotCall instead) {
        LOG.debug("A call is given up after {} failures", parcel.attempts());
        if (parcel instanceof Parcel.Stored stored && instead != null) {
            post.replace(stored, instead);
        } else if (parcel instanceof Parcel.Stored stored) {
            post.drop(stored);
        }
        Instant never = done(parcel, outcome);
        return instead == null ? never : Instant.MIN;
    }

    private Instant done(Parcel parcel, Outcome outcome) {
        locked(() -> lanes.done(parcel.chat()));
        tell(parcel, outcome);
        return Instant.MAX;
    }

    private Instant later(Parcel parcel, Outcome outcome, Instant due) {
        return switch (parcel) {
            case Parcel.Stored stored -> giveBack(stored, due);
            case Parcel.Passing passing -> passing.attempts() < PATIENCE
                    ? again(passing.again(), due)
                    : done(passing, outcome);
        };
    }

    /** A message goes back with those behind it, so that they take no place here while they wait. */
    private Instant giveBack(Parcel.Stored parcel, Instant due) {
        post.inOrder(() -> {
            post.giveBack(parcel, due);
            List<Parcel.Stored> out = new ArrayList<>();
            locked(() -> out.addAll(lanes.takeOut(parcel.chat(), due)));
            out.stream().skip(1).forEach(behind -> post.giveBack(behind, due));
        });
        return due;
    }

    private Instant again(Parcel parcel, Instant notBefore) {
        locked(() -> lanes.again(parcel, notBefore));
        return Instant.MAX;
    }

    private Instant move(Parcel parcel, String chat) {
        if (parcel.chat().equals(chat)) {
            return abandon(parcel, "moved to itself");
        }
        post.move(parcel.chat(), chat);
        locked(() -> {
            lanes.again(parcel, Instant.MIN);
            lanes.move(parcel.chat(), chat);
        });
        return Instant.MAX;
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
