package fr.juliu.telegram;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work of many chats: one chat's in the order of its numbers, that of different chats side by side; work that hangs is
 * given up.
 */
final class ChatQueues implements AutoCloseable {

    /**
     * How much is taken on.
     *
     * @param waiting pieces of work of one chat
     * @param running of all chats
     * @param longest how long one may take
     */
    record Limits(int waiting, int running, Duration longest) {

        static final Limits USUAL = new Limits(200, 64, Duration.ofSeconds(30));
    }

    /** A piece of work. */
    interface Work {

        /** Where it stands in the order of its chat. */
        long number();

        /** Whether it may begin; asked again until it may, while nothing that stands behind it begins. */
        boolean mayBegin();

        void run();

        /** It took too long, and was given up. */
        void givenUp();
    }

    private record Entry(Work work, CompletableFuture<Void> done) {
    }

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final long MOMENT = Duration.ofMillis(50).toNanos();
    private static final int FEW = 4;

    private final Limits limits;
    private final Semaphore running;
    private final Map<String, Queue<Entry>> waiting = new HashMap<>();
    private boolean closed;

    ChatQueues(Limits limits) {
        this.limits = limits;
        this.running = new Semaphore(limits.running(), true);
    }

    /** Takes work on; what is returned is done when the work is, and fails when it fails or there is no room for it. */
    synchronized CompletableFuture<Void> submit(String chat, Work work) {
        Queue<Entry> queue = waiting.get(chat);
        if (closed || (queue != null && queue.size() >= limits.waiting())) {
            return CompletableFuture.failedFuture(new RejectedExecutionException(closed ? "closed" : "too much waits"));
        }
        Entry entry = new Entry(work, new CompletableFuture<>());
        if (queue == null) {
            Queue<Entry> fresh = new PriorityQueue<>(FEW, Comparator.comparingLong(each -> each.work().number()));
            fresh.add(entry);
            waiting.put(chat, fresh);
            Thread.ofVirtual().name("telegram-chat").start(() -> drain(chat));
        } else {
            queue.add(entry);
        }
        return entry.done();
    }

    synchronized int waiting() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    /** Leaves what has not begun, and lets what has come to its end, for a while. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.values().stream().flatMap(Queue::stream)
                    .forEach(entry -> entry.done().completeExceptionally(new RejectedExecutionException("closed")));
            waiting.values().forEach(Queue::clear);
        }
        try {
            if (running.tryAcquire(limits.running(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                running.release(limits.running());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(String chat) {
        for (Entry entry = next(chat); entry != null; entry = next(chat)) {
            running.acquireUninterruptibly();
            try {
                run(entry);
            } finally {
                running.release();
            }
        }
    }

    /** The next that may begin; null once nothing waits. */
    private @Nullable Entry next(String chat) {
        Entry first = first(chat);
        while (first != null && !(first.work().mayBegin() && isTaken(chat, first))) {
            LockSupport.parkNanos(MOMENT);
            first = first(chat);
        }
        return first;
    }

    private synchronized @Nullable Entry first(String chat) {
        Queue<Entry> queue = waiting.get(chat);
        Entry entry = queue == null ? null : queue.peek();
        if (entry == null) {
            waiting.remove(chat);
        }
        return entry;
    }

    /** Takes the first out, unless an earlier one came meanwhile. */
    private synchronized boolean isTaken(String chat, Entry first) {
        Queue<Entry> queue = waiting.get(chat);
        return queue != null && first.equals(queue.peek()) && queue.remove(first);
    }

    private void run(Entry entry) {
        Thread worker = Thread.ofVirtual().name("telegram-update").start(() -> settle(entry, entry.work()::run));
        try {
            if (!worker.join(limits.longest())) {
                worker.interrupt();
                settle(entry, entry.work()::givenUp);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.interrupt();
        }
    }

    private static void settle(Entry entry, Runnable part) {
        try {
            part.run();
            entry.done().complete(null);
        } catch (Throwable failure) {
            entry.done().completeExceptionally(failure);
        }
    }
}
