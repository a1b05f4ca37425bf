package fr.juliu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of figures, printed and written to {@code target/bench} as Markdown as it grows. */
public final class Table {

    private static final Path FOLDER = Path.of("target", "bench");

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    /** An empty table. */
    public Table(String name, String... columns) {
        file = FOLDER.resolve(name + ".md");
        lines.add("| " + String.join(" | ", columns) + " |");
        lines.add("|" + " --- |".repeat(columns.length));
    }

    /** Adds a row. */
    public void add(Object... cells) throws IOException {
        lines.add("| " + String.join(" | ", Arrays.stream(cells).map(Table::told).toList()) + " |");
        Files.createDirectories(FOLDER);
        Files.write(file, lines);
        System.out.println(lines.getLast());
    }

    private static String told(Object cell) {
        return switch (cell) {
            case Double number -> String.format(Locale.ROOT, format(number), number);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> String.valueOf(cell);
        };
    }

    private static String format(double number) {
        return number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%,.0f";
    }

    /** Prints all of it. */
    public void print() {
        System.out.println("\n" + String.join("\n", lines) + "\n");
    }
}
