package fr.juliu.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: a piece of work after the other, in the order in which they came. Whoever waits for his
 * gives up in time; work that nobody waits for stays in line until the database takes it.
 */
final class Writer implements AutoCloseable {

    /** How much work that nobody waits for may stand in line; beyond, the oldest is lost. */
    static final int MOST_WAITING = 4096;

    /** How often a lock is met, a quarter of a second each, before it is trouble. */
    private static final int PATIENT_ATTEMPTS = 4;
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Runnable first;
    private final Trouble trouble;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Task<?>> line = new ArrayDeque<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("store-writer").unstarted(this::run);
    private int unwatched;
    private @Nullable Task<?> underWay;
    private boolean changes;
    private volatile boolean closed;

    /**
     * A writer that begins at once.
     *
     * @param first done before each piece of work
     */
    Writer(Runnable first, Trouble trouble) {
        this.first = first;
        this.trouble = trouble;
        thread.start();
    }

    /** Whether it is this thread that asks. */
    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Does work and waits for it, for so long at most; work inside work is part of it. */
    <T extends @Nullable Object> T call(Supplier<T> work, Duration patience) {
        if (isCurrent()) {
            return work.get();
        }
        Task<T> task = new Task<>(work, true, () -> {
        });
        if (!add(task)) {
            throw new StoreUnavailableException("the store is closed");
        }
        return Waiting.forResult(task.result(), patience, () -> giveUp(task));
    }

    /**
     * Does work when its turn comes, and returns at once.
     *
     * @param after done then, also when the work is lost
     */
    void later(Runnable work, Runnable after) {
        Task<Boolean> task = new Task<>(() -> {
            work.run();
            return true;
        }, false, after);
        if (!add(task)) {
            lose(task, "the store is closed");
        }
    }

    /** Whether the work under way may be made to last; else whoever waited for it has been told that it is not. */
    boolean mayCommit() {
        Task<?> task = underWay;
        return task == null || task.mayCommit();
    }

    /** Says that the work under way changed something, so that the database is seen to take what is written. */
    void noteChange() {
        changes = true;
    }

    /** How much work that nobody waits for stands in line. */
    int waiting() {
        lock.lock();
        try {
            return unwatched;
        } finally {
            lock.unlock();
        }
    }

    /** Does what stands in line, as far as it can at once. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean giveUp(Task<?> task) {
        boolean given = task.givesUp();
        if (given) {
            lock.lock();
            try {
                line.remove(task);
            } finally {
                lock.unlock();
            }
        }
        return given;
    }

    private boolean add(Task<?> task) {
        Task<?> surplus = null;
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            line.add(task);
            unwatched += task.watched() ? 0 : 1;
            surplus = unwatched > MOST_WAITING ? oldestUnwatched() : null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (surplus != null) {
            lose(surplus, "more is to be written than can wait");
        }
        return true;
    }

    private @Nullable Task<?> oldestUnwatched() {
        for (Iterator<Task<?>> each = line.iterator(); each.hasNext();) {
            Task<?> task = each.next();
            if (!task.watched()) {
                each.remove();
                unwatched--;
                return task;
            }
        }
        return null;
    }

    private void run() {
        for (Task<?> task = next(); task != null; task = next()) {
            underWay = task;
            perform(task);
        }
    }

    private @Nullable Task<?> next() {
        lock.lock();
        try {
            while (line.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            Task<?> task = line.poll();
            unwatched -= task == null || task.watched() ? 0 : 1;
            return task;
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> void perform(Task<T> task) {
        for (int attempt = 1; !task.isOver(); attempt++) {
            changes = false;
            try {
                first.run();
                T result = task.work().get();
                if (changes) {
                    trouble.ends();
                }
                task.after().run();
                task.result().complete(result);
            } catch (RuntimeException | Error e) {
                failed(task, e, attempt);
            }
        }
    }

    private void failed(Task<?> task, Throwable failure, int attempt) {
        boolean perhapsDone = task.stopsCommitting();
        Fault fault = Fault.of(failure);
        String words = Fault.words(failure);
        if ((fault == Fault.PASSING || (fault == Fault.BROKEN && !perhapsDone)) && !closed) {
            if (attempt >= PATIENT_ATTEMPTS) {
                trouble.begins(words);
                LockSupport.parkNanos(BREATH.toNanos());
            }
        } else if (!task.watched()) {
            lose(task, words);
        } else if (fault == null) {
            task.result().completeExceptionally(failure);
        } else {
            trouble.begins(words);
            task.result().completeExceptionally(new StoreUnavailableException(words));
        }
    }

    private void lose(Task<?> task, String words) {
        trouble.lost(words);
        task.after().run();
        task.result().cancel(false);
    }
}
