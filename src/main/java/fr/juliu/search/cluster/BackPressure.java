package fr.juliu.search.cluster;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a slow or dead cluster from slowing questions: so many searches are under way at most, and after several that
 * failed none is tried, until a look at the cluster goes well.
 */
final class BackPressure {

    private static final int JUDGED = 10;
    private static final int FEWEST = 4;
    /** Looks in a row that have to go well. */
    private static final int LOOKS = 3;

    private final Semaphore free;
    private final CircuitBreaker breaker = CircuitBreaker.of("opensearch", CircuitBreakerConfig.custom()
            .slidingWindowSize(JUDGED).minimumNumberOfCalls(FEWEST).build());
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final LongAdder there = new LongAdder();
    private final LongAdder here = new LongAdder();

    /**
     * Back-pressure.
     *
     * @param atOnce how many searches may be under way
     * @param opens  is told why none is tried from now on
     */
    BackPressure(int atOnce, Consumer<String> opens) {
        free = new Semaphore(atOnce);
        breaker.getEventPublisher().onStateTransition(change -> {
            if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                opens.accept(fault.get());
            }
        });
    }

    /** What a search finds; empty when it is not tried or fails. It never waits for its turn. */
    <T> Optional<T> through(Supplier<T> search) {
        if (!isOpen() && free.tryAcquire()) {
            try {
                T found = judged(search);
                there.increment();
                return Optional.of(found);
            } catch (ClusterException e) {
                // the breaker knows
            } finally {
                free.release();
            }
        }
        here.increment();
        return Optional.empty();
    }

    /**
     * Looks whether searches go well: one, that counts as any other; several, when none is tried any longer, after which
     * they are tried again.
     *
     * @throws ClusterException when they do not
     */
    void look(Runnable search) {
        if (!isOpen()) {
            judged(() -> {
                search.run();
                return true;
            });
            return;
        }
        for (int look = 0; look < LOOKS; look++) {
            search.run();
        }
        breaker.reset();
    }

    /** Whether none is tried. */
    boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** A search that is not even tried, since the cluster does not hold all of it. */
    void skipped() {
        here.increment();
    }

    /** How many searches the cluster answered. */
    long there() {
        return there.sum();
    }

    /** How many searches were answered without it. */
    long here() {
        return here.sum();
    }

    private <T> T judged(Supplier<T> search) {
        long begun = System.nanoTime();
        try {
            T found = search.get();
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return found;
        } catch (ClusterException e) {
            fault.set(String.valueOf(e.getMessage()));
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }
}
