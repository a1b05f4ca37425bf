package fr.juliu.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The rows of the table of {@code mvn verify -Ptrust}, written as its parts go, and how much each part does. */
public final class Trust {

    /** 0 in the usual build, 1 in the whole run; in between by {@code -Dtrust.scale=0.01}. */
    private static final double SCALE = Double.parseDouble(System.getProperty("test.trust", "0"));
    static final Path FOLDER = Path.of("target", "trust");
    static final Path ROWS = FOLDER.resolve("rows.tsv");

    private Trust() {
    }

    /**
     * A line of the table.
     *
     * @param part  such as 模糊 or load
     * @param what  was tried
     * @param found what came out
     * @param goal  what was to come out; empty where a figure is only told
     * @param held  whether it did
     */
    public record Row(String part, String what, String found, String goal, boolean held) {

        static Row read(String line) {
            List<String> cells = List.of(line.split("\t", -1));
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4).equals("yes"));
        }

        String line() {
            return String.join("\t", part, what, found, goal, held ? "yes" : "no").replace("\n", " ");
        }
    }

    /** How much this build does: a little in the usual one, all of it in the whole run. */
    public static int of(int usual, int whole) {
        return SCALE == 0 ? usual : Math.max(1, (int) Math.round(whole * SCALE));
    }

    /** Whether this is a run of the profile. */
    public static boolean isRun() {
        return SCALE > 0;
    }

    /** Prints a row, and in a run of the profile keeps it. */
    public static synchronized void row(String part, String what, String found, String goal, boolean held) {
        Row row = new Row(part, what, found, goal, held);
        System.out.println("TRUST " + row.line().replace("\t", " | "));
        if (isRun()) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(ROWS, row.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A number with its thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The heap in use after a collection, in MB. */
    public static long heap() {
        var memory = Objects.requireNonNull(java.lang.management.ManagementFactory.getMemoryMXBean());
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() >> 20;
    }
}
