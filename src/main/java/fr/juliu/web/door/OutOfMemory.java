package fr.juliu.web.door;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at once when a thread dies of a full memory, such as the one that accepts connections: whoever runs
 * the app then starts it anew. The JVM's own switch for this cannot stand in a jar.
 */
final class OutOfMemory implements UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);
    private static final int EXIT = 3;

    private final @Nullable UncaughtExceptionHandler next;

    private OutOfMemory(@Nullable UncaughtExceptionHandler next) {
        this.next = next;
    }

    /** Watches all threads from now on. */
    static void watch() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        if (!(before instanceof OutOfMemory)) {
            Thread.setDefaultUncaughtExceptionHandler(new OutOfMemory(before));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            Runtime.getRuntime().halt(EXIT);
        }
        if (next == null) {
            LOG.error("The thread {} died", thread.getName(), failure);
        } else {
            next.uncaughtException(thread, failure);
        }
    }
}
