package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(LogLines.LOCK)
final class StoreThreadsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int LOOKS = 50;

    @Test
    void aWaitInTheDatabaseHoldsUpNoVirtualThread(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("juliu.db");
        List<Database> opened = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        // as many waits as there are processors for virtual threads
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            opened.add(Database.sqlite(file, LONG, Ticker.systemTicker()));
        }
        try (OutsideLock lock = new OutsideLock(file)) {
            for (Database database : opened) {
                waiting.add(Thread.ofVirtual().start(() -> new Groups(database).set("telegram:-1",
                        GroupSettings.DEFAULT)));
            }
            for (int look = 0; look < LOOKS; look++) {
                CountDownLatch free = new CountDownLatch(1);
                Thread.ofVirtual().start(free::countDown);
                assertThat(free.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(waiting).as("before any of those waits was over").allMatch(Thread::isAlive);
            }
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        opened.forEach(Database::close);
    }
}
