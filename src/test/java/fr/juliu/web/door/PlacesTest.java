package fr.juliu.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who gets a place, who waits, and who is sent away. */
final class PlacesTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);

    @Test
    void whoHasWaitedTooLongIsNeverServed() throws Exception {
        AtomicInteger served = new AtomicInteger();
        try (Places places = new Places(1, 1, Duration.ofMillis(1))) {
            CompletableFuture<Boolean> first = answerAtLast(places, "a", this::hold);
            begun.await();
            assertThat(places.answer("b", served::incrementAndGet)).isFalse();
            assertThat(places.waiting()).isZero();
            allowed.countDown();
            assertThat(first.get()).as("begun in time, however long it took").isTrue();
            assertThat(served).hasValue(0);
        }
    }

    @Test
    void theQueueHasAnEnd() throws Exception {
        try (Places places = new Places(1, 4, Duration.ofHours(1))) {
            CompletableFuture<Boolean> first = answer(places, "a", this::hold);
            begun.await();
            List<CompletableFuture<Boolean>> waiting = List.of(answer(places, "a", () -> {
            }), answer(places, "a", () -> {
            }));
            awaitWaiting(places, 2);
            assertThat(places.answer("a", () -> {
            })).as("one place and half of the queue").isFalse();
            CompletableFuture<Boolean> other = answer(places, "b", () -> {
            });
            awaitWaiting(places, 3);
            CompletableFuture<Boolean> last = answer(places, "c", () -> {
            });
            awaitWaiting(places, 4);
            assertThat(places.answer("d", () -> {
            })).isFalse();
            assertThat(places.refused()).isEqualTo(2);
            allowed.countDown();
            for (CompletableFuture<Boolean> one : List.of(first, waiting.getFirst(), waiting.getLast(), other, last)) {
                assertThat(one.get()).isTrue();
            }
            assertThat(places.answer("d", () -> {
            })).isTrue();
        }
    }

    private static void awaitWaiting(Places places, int count) {
        while (places.waiting() < count) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static CompletableFuture<Boolean> answer(Places places, String address, Runnable work) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        Thread.startVirtualThread(() -> answered.complete(places.answer(address, work)));
        return answered;
    }

    /** Comes again until there is a place in time: on a busy machine a millisecond passes before a thread begins. */
    private static CompletableFuture<Boolean> answerAtLast(Places places, String address, Runnable work) {
        return CompletableFuture.supplyAsync(() -> {
            while (!places.answer(address, work)) {
                LockSupport.parkNanos(5_000_000);
            }
            return true;
        });
    }

    private void hold() {
        begun.countDown();
        try {
            allowed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
