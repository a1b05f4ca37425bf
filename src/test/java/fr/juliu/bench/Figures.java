package fr.juliu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is measured of a machine and of a program on it. */
public final class Figures {

    private Figures() {
    }

    /** The time that work takes, in seconds. */
    public static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The times that a task takes for each of some things, one after the other, in milliseconds, sorted. */
    public static <T> double[] times(List<T> things, Consumer<T> task) {
        return things.stream().mapToDouble(thing -> 1_000 * seconds(() -> task.accept(thing))).sorted().toArray();
    }

    /** The same of the processor's time alone, which other processes on the machine do not lengthen. */
    public static <T> double[] processorTimes(List<T> things, Consumer<T> task) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return things.stream().mapToDouble(thing -> {
            long start = threads.getCurrentThreadCpuTime();
            task.accept(thing);
            return (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }).sorted().toArray();
    }

    /** So much of sorted values is below it. */
    public static double quantile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    /** The mean. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The heap in use once all that nothing holds is gone, in MB. */
    public static double heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least / 1e6;
    }

    /** How large the files below a folder are, in MB. */
    public static double megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is below it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}
