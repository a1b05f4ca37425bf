package fr.juliu.telegram.send;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far a job is, as it tells itself; who shows it sees the latest only. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private String latest = "";
    private String seen = "";
    private boolean ended;

    /** Says how far the job is. */
    void tell(String text) {
        change(() -> latest = text);
    }

    /** Says that no more is told. */
    void end() {
        change(() -> ended = true);
    }

    /** The latest that was told, which is no news any more. */
    String latest() {
        lock.lock();
        try {
            seen = latest;
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something new is told, or returns false when the job ended. */
    boolean awaitNews() {
        lock.lock();
        try {
            while (!ended && (latest.equals(seen) || latest.isBlank())) {
                changed.awaitUninterruptibly();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, or until the job ended. */
    void awaitEnd(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
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
