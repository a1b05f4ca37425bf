package fr.juliu.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A wait for another thread's work that ends in time; an interrupt is kept for afterwards. */
final class Waiting {

    private Waiting() {
    }

    /**
     * What came out.
     *
     * @param givesUp asked when it takes longer: whether nothing will come of the work any more; else it is waited for on
     */
    static <T extends @Nullable Object> T forResult(CompletableFuture<T> work, Duration patience,
            BooleanSupplier givesUp) {
        boolean interrupted = false;
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    if (givesUp.getAsBoolean()) {
                        throw new StoreUnavailableException("the store takes too long");
                    }
                    end = System.nanoTime() + patience.toNanos();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
