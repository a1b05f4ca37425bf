package fr.juliu.web.door;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * The places where requests are answered, and the queue before them; no address has more than half of the queue. Each
 * place is a thread of the machine's: answers want its processors to themselves, and on virtual threads they would keep
 * them from those who only take requests in or turn them away.
 */
final class Places implements AutoCloseable {

    /** How long to wait in the queue, and outside before coming again. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private final int mostOfOne;
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /**
     * Places that are all free.
     *
     * @param patience how long a request waits for one at most
     */
    Places(int places, int queue, Duration patience) {
        this.patience = patience;
        mostOfOne = places + Math.ceilDiv(queue, 2);
        threads = new ThreadPoolExecutor(places, places, IDLE.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(queue), Thread.ofPlatform().name("answer-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Has a request answered and waits for the end of it; false when there was no place for it in time, and nothing was
     * done.
     *
     * @param work what answers it; it keeps its failures to itself
     */
    boolean answer(String address, Runnable work) {
        try {
            boolean answered = counts.merge(address, 1, Integer::sum) <= mostOfOne && isDone(new Turn(work));
            if (!answered) {
                refused.increment();
            }
            return answered;
        } finally {
            counts.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    private boolean isDone(Turn turn) {
        try {
            threads.execute(turn);
        } catch (RejectedExecutionException e) {
            return false;
        }
        if (turn.isOverIn(patience)) {
            return true;
        }
        threads.remove(turn);
        return false;
    }

    /** The answering of one request, which whoever waits for it may give up until it begins. */
    private record Turn(Runnable work, AtomicBoolean taken, CompletableFuture<Boolean> over) implements Runnable {

        Turn(Runnable work) {
            this(work, new AtomicBoolean(), new CompletableFuture<>());
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    work.run();
                } finally {
                    over.complete(true);
                }
            }
        }

        /** Waits for the end; false when it has not begun in time, and never will. */
        boolean isOverIn(Duration patience) {
            try {
                return over.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return !taken.compareAndSet(false, true) && over.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !taken.compareAndSet(false, true) && over.join();
            }
        }
    }

    /** How many wait for a place. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** How many found no place in time since the start. */
    long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
