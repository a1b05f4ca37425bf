package fr.juliu.telegram.send;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.keep.watch.Notice;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.store.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what watchers are to be told into the outbox, a few at a time: whoever asks something meanwhile does not wait
 * behind ten thousand of them, and what a later edition sets right is not sent at all.
 */
public final class NoticeQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeQueue.class);
    /** How many are in the outbox at once: so many at most are told twice when the power fails. */
    private static final int AT_ONCE = 2;
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Watching watching;
    private final Renderer renderer;
    private final Sender sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Thread loop = Thread.ofVirtual().name("telegram-notices").unstarted(this::run);
    private boolean closed;

    public NoticeQueue(Watching watching, Renderer renderer, Sender sender) {
        this.watching = watching;
        this.renderer = renderer;
        this.sender = sender;
    }

    /** Begins, with what was left. */
    public void start() {
        loop.start();
    }

    private void run() {
        boolean broken = false;
        while (true) {
            boolean busy = false;
            try {
                busy = round();
                broken = false;
            } catch (StoreUnavailableException e) {
                // the store says so itself
            } catch (RuntimeException e) {
                if (!broken) {
                    LOG.warn("What watchers are to be told cannot be queued, and is tried again", e);
                }
                broken = true;
            }
            if (!rests(busy ? BUSY : IDLE)) {
                return;
            }
        }
    }

    /** Queues some, where it is this process that sends; whether there were any, or are any on their way. */
    private boolean round() {
        if (!sender.isOn()) {
            return false;
        }
        int underWay = watching.queued(Renderer.MESSENGER);
        List<Notice> due = watching.due(Renderer.MESSENGER, Math.max(0, AT_ONCE - underWay));
        for (Notice notice : due) {
            Watch watch = notice.due().watch();
            Chat chat = new Chat(watch.chat(), watch.inGroup() ? Chat.Kind.GROUP : Chat.Kind.PRIVATE, watch.topic());
            Mail mail = renderer.render(
                    List.of(new Outgoing.Send(chat, notice.text(), List.of(), null, null, false)), null);
            watching.queue(notice, mail.messages().getFirst());
        }
        if (!due.isEmpty()) {
            sender.wake();
        }
        return underWay > 0 || !due.isEmpty();
    }

    /** Waits; false once it is closed. */
    private boolean rests(Duration time) {
        lock.lock();
        try {
            for (long left = time.toNanos(); !closed && left > 0;) {
                left = ended.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
