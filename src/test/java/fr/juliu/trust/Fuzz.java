package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Inputs made by chance, the same in each run, one after the other: which fail, which take more than a second of a
 * processor, and whether memory stays flat.
 */
public final class Fuzz {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long SECOND = 1_000_000_000;
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 300;
    /** What a heap may grow, in MB, between a tenth of the inputs and all of them. */
    private static final long GROWTH = 20;

    private final String what;
    private final int inputs;
    private final List<String> failures = new ArrayList<>();
    private int failed;
    private int slow;
    private long slowest;
    private long all;
    private long before;

    private Fuzz(String what, int inputs) {
        this.what = what;
        this.inputs = inputs;
    }

    /** What is done with an input; an input that is refused as it should be is no failure. */
    @FunctionalInterface
    public interface Trial<T> {

        void of(T input) throws Exception;
    }

    /**
     * Makes so many inputs, tries each, and adds a row to the table. The first is tried once before, so that its time is
     * not that of loading classes.
     *
     * @param maker makes an input of a source of chance that is its own
     */
    public static <T> void run(String what, int inputs, Function<Random, T> maker, Trial<T> trial) {
        run(what, inputs, inputs / 10, maker, trial);
    }

    /**
     * The same where what is kept in memory is full only after more inputs than a tenth of them.
     *
     * @param full after so many inputs memory is to be flat
     */
    public static <T> void run(String what, int inputs, int full, Function<Random, T> maker, Trial<T> trial) {
        new Fuzz(what, 1).tried(0, maker.apply(new Random(0)), trial);
        Fuzz fuzz = new Fuzz(what, inputs);
        for (int number = 0; number < inputs; number++) {
            if (Trust.isRun() && number == Math.min(full, inputs - 1)) {
                fuzz.before = Trust.heap();
            }
            fuzz.tried(number, maker.apply(new Random(number)), trial);
        }
        fuzz.report();
    }

    private <T> void tried(int number, T input, Trial<T> trial) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            trial.of(input);
        } catch (Exception | Error e) {
            if (failed++ < SHOWN) {
                String shown = String.valueOf(input);
                failures.add("input " + number + ": " + e + at(e) + ": "
                        + shown.substring(0, Math.min(LONGEST_SHOWN, shown.length())));
            }
        }
        long took = THREADS.getCurrentThreadCpuTime() - begun;
        all += took;
        slowest = Math.max(slowest, took);
        slow += took > SECOND ? 1 : 0;
    }

    private static String at(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private void report() {
        long growth = Trust.isRun() ? Trust.heap() - before : 0;
        boolean held = failed == 0 && slow == 0 && growth <= GROWTH;
        Trust.row("fuzz", Trust.number(inputs) + " " + what,
                String.format(Locale.ROOT, "%d uncaught, %d over 1 s, slowest %.0f ms, mean %.2f ms of CPU%s", failed,
                        slow, slowest / 1e6, all / 1e6 / inputs,
                        Trust.isRun() ? ", heap " + before + " → " + (before + growth) + " MB" : ""),
                "0 uncaught, 0 over 1 s, memory flat", held);
        assertThat(failures).as("%d of %d %s failed", failed, inputs, what).isEmpty();
        assertThat(slow).as("%s over a second", what).isZero();
        assertThat(growth).as("growth of the heap in MB").isLessThanOrEqualTo(GROWTH);
    }
}
