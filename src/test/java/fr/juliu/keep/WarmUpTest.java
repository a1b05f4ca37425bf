package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Work ahead of the first questions: it disturbs neither start nor end. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
final class WarmUpTest {

    @Test
    void itRunsOnceBesideWhoeverStartsIt() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (WarmUp warmUp = new WarmUp(() -> {
            runs.incrementAndGet();
            started.countDown();
            await(answered);
        })) {
            warmUp.start();
            warmUp.start();
            started.await();
            answered.countDown();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void closingStopsItQuietly(CapturedOutput output) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger stopped = new AtomicInteger();
        WarmUp warmUp = new WarmUp(() -> {
            started.countDown();
            try {
                await(new CountDownLatch(1));
            } finally {
                stopped.incrementAndGet();
            }
        });
        warmUp.start();
        started.await();
        warmUp.close();
        assertThat(stopped).hasValue(1);
        assertThat(output.getAll()).doesNotContain("arm");
    }

    @Test
    void itIsNotStartedAfterItsEnd() {
        AtomicInteger runs = new AtomicInteger();
        WarmUp warmUp = new WarmUp(runs::incrementAndGet);
        warmUp.close();
        warmUp.start();
        warmUp.close();
        assertThat(runs).hasValue(0);
    }

    @Test
    void aFailureIsLoggedOnce(CapturedOutput output) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        WarmUp warmUp = new WarmUp(() -> {
            begun.countDown();
            throw new IllegalStateException("no model");
        });
        warmUp.start();
        begun.await();
        while (!output.getAll().contains("no model")) {
            LockSupport.parkNanos(5_000_000);
        }
        warmUp.close();
        assertThat(output.getAll()).containsOnlyOnce("Warming up failed, the first questions will be slow");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
