package fr.juliu;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A limit on how much work something may take, counted in the time that processors spend on its thread: it is as long on
 * a busy machine as on an idle one.
 *
 * @param most above it the test fails, and the work is told to stop
 */
public record Work(Duration most) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK = Duration.ofMillis(20);

    /** Does it within the limit, and returns what comes out. */
    public <T> T of(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("limited work").start(task);
        while (!thread.join(LOOK)) {
            if (THREADS.getThreadCpuTime(thread.threadId()) > most.toNanos()) {
                AssertionError late = new AssertionError("not done after " + most + " of work");
                late.setStackTrace(thread.getStackTrace());
                task.cancel(true);
                throw late;
            }
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Does it within the limit. */
    public void run(Runnable work) throws Exception {
        of(() -> {
            work.run();
            return true;
        });
    }
}
