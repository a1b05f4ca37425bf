package fr.juliu.edition;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What reindexing the whole folder costs, the first time and again: reading, building, and asking the known questions;
 * the size of the index and the memory of an edition. Prints figures and asserts none: machines are noisy.
 */
@Tag("benchmark")
final class ReindexCostTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final double MEGABYTE = 1 << 20;

    @Test
    void theWholeFolder() {
        double empty = heap();
        Library library = timed("read", () -> new LibraryReader(Path.of("knowledge"), null, CLOCK).read());
        try (Edition first = timed("build", () -> Edition.of(library, CONFIG, CLOCK, true))) {
            timed("ask the known questions", () -> Scorecard.of(first, library.questions()));
            Library again = timed("again: read", () -> new LibraryReader(Path.of("knowledge"), null, CLOCK).read());
            Edition next = timed("again: build", () -> first.next(again, CONFIG, CLOCK));
            timed("again: ask the known questions", () -> Scorecard.of(next, again.questions()));
            System.out.printf(Locale.ROOT, "%d articles, %d places, %d known questions, %d phrasings%n",
                    again.articles().size(), next.index().places().size(), again.questions().size(),
                    again.phrasings().size());
            System.out.printf(Locale.ROOT, "index %.2f MB; heap with two editions %.0f MB more than before%n",
                    next.index().bytes() / MEGABYTE, heap() - empty);
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
        return done;
    }

    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
