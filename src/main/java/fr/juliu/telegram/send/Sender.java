package fr.juliu.telegram.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what lies in the outbox: the messages of a chat one by one and in order, different chats side by side and in turn.
 *
 * <p>Each message goes out at least once. When a connection breaks after Telegram took a message, that looks the same as
 * when it breaks before; the message is then sent again, and people see it twice rather than not at all.
 */
public final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int MOST = 1000;
    private static final int AT_ONCE = 64;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int LONGEST_QUEUE = 100;
    private static final Duration TURN_OF_THE_REST = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Postbox post;
    private final Limits limits;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SendQueues queues = new SendQueues();
    private final OutcomeHandler outcomes;
    private final DirectCalls direct;
    private final Share share;
    private final Delivery delivery;
    private final Thread loop = Thread.ofVirtual().name("telegram-sender").unstarted(this::run);
    private Instant nextLook = Instant.MIN;
    private int underWay;
    private boolean woken;
    private boolean broken;
    private boolean closed;

    public Sender(BotLine line, Postbox post, Limits limits, Retries retries, Clock clock) {
        this.post = post;
        this.limits = limits;
        this.clock = clock;
        outcomes = new OutcomeHandler(post, queues, lock, retries, clock);
        share = post.share(limits);
        delivery = new Delivery(line, post, share, outcomes);
        direct = new DirectCalls(line, share::count, retries);
    }

    /** Begins, with what was left. */
    public void start() {
        loop.start();
    }

    /** Says that there are new messages in the outbox. */
    public void wake() {
        change(() -> woken = true);
    }

    /** Sends what is forgotten when the app ends, in turn with what waits for the chat; asked for when its turn comes. */
    CompletableFuture<DeliveryOutcome> send(String chat, Supplier<BotCall> call) {
        OutboxItem.Passing parcel = new OutboxItem.Passing(chat, call, 0, new CompletableFuture<>());
        change(() -> {
            if (closed || !share.isOn()) {
                parcel.outcome().complete(new DeliveryOutcome.Unanswered("closed"));
            } else {
                queues.add(parcel);
            }
        });
        return parcel.outcome();
    }

    /** Makes a call that is worth something only at once, and does not mind whether it works. */
    public void direct(BotCall call) {
        direct.make(call);
    }

    /** Whether it is this process that sends; the others put into the outbox. */
    public boolean isOn() {
        return share.isOn();
    }

    /** Whether Telegram does not take the token. */
    public boolean isLockedOut() {
        return outcomes.isLockedOut();
    }

    /** What Telegram refused. */
    public Refusals refusals() {
        return outcomes.refusals();
    }

    /** Waits some seconds for the calls under way; what else waits stays in the outbox. */
    @Override
    public void close() {
        List<OutboxItem> rest = new ArrayList<>();
        change(() -> {
            closed = true;
            rest.addAll(queues.clear());
        });
        OutcomeHandler.forget(rest);
        lock.lock();
        try {
            long left = GOODBYE.toNanos();
            while (underWay > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        post.release();
    }

    private void run() {
        while (isOpen()) {
            try {
                if (isTimeToLook()) {
                    look();
                }
                sendAndWait();
                tell(null);
            } catch (InterruptedException e) {
                change(() -> closed = true);
            } catch (Throwable e) {
                tell(e);
                rest();
            }
        }
    }

    /** Says once that sending broke off, and once that it goes on. */
    private void tell(@Nullable Throwable failure) {
        if (failure != null && !broken) {
            LOG.warn("Sending broke off, and is tried again ({})", failure.getClass().getName());
        } else if (failure == null && broken) {
            LOG.info("Sending goes on");
        }
        broken = failure != null;
    }

    /** Waits, unless it is closed, so that what fails each time does not keep the machine busy. */
    private void rest() {
        lock.lock();
        try {
            for (long left = REST.toNanos(); !closed && left > 0;) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isTimeToLook() {
        lock.lock();
        try {
            boolean time = isLookDue();
            if (time) {
                woken = false;
                nextLook = clock.instant().plus(share.pace());
            }
            return time;
        } finally {
            lock.unlock();
        }
    }

    private boolean isLookDue() {
        return (woken && queues.size() < MOST) || !clock.instant().isBefore(nextLook);
    }

    private void look() {
        share.catchUp();
        post.inOrder(() -> {
            int room = room();
            List<OutboxItem.Stored> taken = post.take(room);
            List<OutboxItem.Stored> surplus = new ArrayList<>();
            change(() -> {
                woken |= room > 0 && taken.size() == room;
                for (OutboxItem.Stored parcel : taken) {
                    if (queues.length(parcel.chat()) < LONGEST_QUEUE) {
                        queues.add(parcel);
                    } else {
                        surplus.add(parcel);
                    }
                }
            });
            surplus.forEach(parcel -> post.giveBack(parcel, clock.instant().plus(TURN_OF_THE_REST)));
        });
    }

    private int room() {
        lock.lock();
        try {
            return closed ? 0 : MOST - queues.size();
        } finally {
            lock.unlock();
        }
    }

    private void sendAndWait() throws InterruptedException {
        lock.lock();
        try {
            sendWhatMayGo();
            while (!closed && !isLookDue()) {
                long left = changed.awaitNanos(pause().toNanos());
                LOG.trace("{} ns early", left);
                sendWhatMayGo();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long nothing more can go, unless something changes: a call under way that ends is such a change. */
    private Duration pause() {
        Instant now = clock.instant();
        Instant turn = maySend() ? queues.nextTurn().filter(nextLook::isAfter).orElse(nextLook) : nextLook;
        return turn.isAfter(now.plus(SHORTEST)) ? Duration.between(now, turn) : SHORTEST;
    }

    private boolean maySend() {
        return !closed && underWay < AT_ONCE && !outcomes.isPaused();
    }

    private void sendWhatMayGo() {
        while (maySend()) {
            Optional<OutboxItem> next = queues.next(clock.instant(), limits::take);
            if (next.isEmpty()) {
                return;
            }
            underWay++;
            Thread.ofVirtual().name("telegram-send").start(() -> deliver(next.get()));
        }
    }

    private void deliver(OutboxItem item) {
        Instant more = Instant.MAX;
        try {
            more = delivery.make(item);
        } finally {
            ended(more);
        }
    }

    private void ended(Instant more) {
        change(() -> {
            underWay--;
            nextLook = more.isBefore(nextLook) ? more : nextLook;
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
