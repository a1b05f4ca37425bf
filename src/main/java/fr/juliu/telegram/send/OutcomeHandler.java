package fr.juliu.telegram.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does with items what is to be done after their calls: in the outbox, and among what waits. */
final class OutcomeHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeHandler.class);
    private static final Duration LOCKED = Duration.ofMinutes(1);
    private static final int PATIENCE = 8;

    private final Postbox post;
    private final SendQueues queues;
    private final Lock lock;
    private final Retries retries;
    private final Refusals refusals;
    private final Clock clock;
    private final Flood flood = new Flood();
    private volatile Instant lockedUntil = Instant.MIN;
    private volatile boolean lockedOut;

    /**
     * A handler of outcomes.
     *
     * @param lock held while queues are changed
     */
    OutcomeHandler(Postbox post, SendQueues queues, Lock lock, Retries retries, Clock clock) {
        this.post = post;
        this.queues = queues;
        this.lock = lock;
        this.retries = retries;
        refusals = new Refusals(clock);
        this.clock = clock;
    }

    /** Does what is to be done after a call, and says when the outbox has something for it; never when it has nothing. */
    Instant handle(OutboxItem item, BotCall called, DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Locked) {
            lockedUntil = clock.instant().plus(LOCKED);
        }
        if (outcome instanceof DeliveryOutcome.TooMuch much) {
            flood.complain(item.chat(), clock.instant(), much.pause());
        }
        lockedOut = outcome instanceof DeliveryOutcome.Locked;
        return switch (NextStep.of(called, item.attempts(), outcome, retries)) {
            case NextStep.Sent sent -> sent(item, outcome, sent.messageId());
            case NextStep.GivenUp given -> {
                if (outcome instanceof DeliveryOutcome.Refused refused) {
                    refused(item, called, refused);
                }
                yield giveUp(item, outcome, given.instead());
            }
            case NextStep.Later later -> {
                refusals.putOff(outcome);
                yield later(item, outcome, clock.instant().plus(later.pause()));
            }
            case NextStep.Otherwise otherwise -> again(item.with(otherwise.call()), Instant.MIN);
            case NextStep.Moved moved -> move(item, moved.chat());
            case NextStep.Locked locked -> again(item, Instant.MIN);
        };
    }

    private void refused(OutboxItem item, BotCall called, DeliveryOutcome.Refused refused) {
        refusals.note(called, refused);
        if (Refusals.why(refused) == Refusals.Why.SHUT_OUT) {
            post.shutOut(item.chat());
        }
    }

    /** Sends an item no more. */
    Instant abandon(OutboxItem item, String reason) {
        return giveUp(item, new DeliveryOutcome.Refused(0, reason, null), null);
    }

    /** Leaves an item to the process that sends by now. */
    Instant leave(OutboxItem item) {
        return done(item, new DeliveryOutcome.Unanswered("elsewhere"));
    }

    /** Gives an item back whose delivery broke off, unless its outcome was handled already. */
    Instant recover(OutboxItem item) {
        boolean[] left = {false};
        locked(() -> left[0] = queues.isUnderWay(item));
        return left[0]
                ? later(item, new DeliveryOutcome.Unanswered("broken off"),
                        clock.instant().plus(retries.pause(item.attempts())))
                : Instant.MAX;
    }

    /** Whether nothing may be sent at all for now. */
    boolean isPaused() {
        Instant now = clock.instant();
        return now.isBefore(lockedUntil) || flood.isOn(now);
    }

    /** What Telegram refused. */
    Refusals refusals() {
        return refusals;
    }

    boolean isLockedOut() {
        return lockedOut;
    }

    /** Tells whoever waits for these items that they are not sent any more. */
    static void forget(List<OutboxItem> items) {
        for (OutboxItem item : items) {
            tell(item, new DeliveryOutcome.Unanswered("closed"));
        }
    }

    private Instant sent(OutboxItem item, DeliveryOutcome outcome, String messageId) {
        if (item instanceof OutboxItem.Stored stored) {
            post.sent(stored, messageId);
        }
        return done(item, outcome);
    }

    private Instant giveUp(OutboxItem item, DeliveryOutcome outcome, @Nullable BotCall instead) {
        LOG.debug("A call is given up after {} failures", item.attempts());
        if (item instanceof OutboxItem.Stored stored && instead != null) {
            post.replace(stored, instead);
        } else if (item instanceof OutboxItem.Stored stored) {
            if (outcome instanceof DeliveryOutcome.Refused refused && refused.code() > 0) {
                post.giveUp(stored);
            } else {
                post.drop(stored);
            }
        }
        Instant never = done(item, outcome);
        return instead == null ? never : Instant.MIN;
    }

    private Instant done(OutboxItem item, DeliveryOutcome outcome) {
        locked(() -> queues.done(item.chat()));
        tell(item, outcome);
        return Instant.MAX;
    }

    private Instant later(OutboxItem item, DeliveryOutcome outcome, Instant due) {
        return switch (item) {
            case OutboxItem.Stored stored -> giveBack(stored, due);
            case OutboxItem.Passing passing -> passing.attempts() < PATIENCE
                    ? again(passing.again(), due)
                    : done(passing, outcome);
        };
    }

    /** A message goes back with those behind it, so that they take no place here while they wait. */
    private Instant giveBack(OutboxItem.Stored parcel, Instant due) {
        post.inOrder(() -> {
            post.giveBack(parcel, due);
            List<OutboxItem.Stored> out = new ArrayList<>();
            locked(() -> out.addAll(queues.takeOut(parcel.chat(), due)));
            out.stream().skip(1).forEach(behind -> post.giveBack(behind, due));
        });
        return due;
    }

    private Instant again(OutboxItem item, Instant notBefore) {
        locked(() -> queues.again(item, notBefore));
        return Instant.MAX;
    }

    private Instant move(OutboxItem item, String chat) {
        if (item.chat().equals(chat)) {
            return abandon(item, "moved to itself");
        }
        post.move(item.chat(), chat);
        locked(() -> {
            queues.again(item, Instant.MIN);
            queues.move(item.chat(), chat);
        });
        return Instant.MAX;
    }

    private static void tell(OutboxItem item, DeliveryOutcome outcome) {
        if (item instanceof OutboxItem.Passing passing) {
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
