package fr.juliu.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints all rows as one table, the newest of each, and writes it beside them as Markdown. */
final class TrustTable {

    private static final Path TABLE = Trust.FOLDER.resolve("trust.md");

    private TrustTable() {
    }

    private static final String HEAD = """
            | part | what | what came out | goal | held |
            | --- | --- | --- | --- | --- |
            """;

    public static void main(String[] arguments) throws IOException {
        Map<String, Trust.Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Trust.ROWS)) {
            Trust.Row row = Trust.Row.read(line);
            rows.put(row.part() + "\t" + row.what(), row);
        }
        String table = rows.values().stream().sorted(Comparator.comparing(Trust.Row::part))
                .map(TrustTable::line)
                .collect(Collectors.joining("\n", HEAD, "\n\n" + machine() + "\n"));
        Files.writeString(TABLE, table);
        System.out.print(table);
    }

    private static String line(Trust.Row row) {
        return "| " + String.join(" | ", row.part(), row.what(), row.found(), row.goal(),
                row.goal().isEmpty() ? "–" : row.held() ? "yes" : "**no**") + " |";
    }

    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst().map(line -> line.replaceAll(".*:\\s*", "")).orElse("unknown processor");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
        return LocalDate.now(Clock.systemUTC()) + ", " + Runtime.getRuntime().availableProcessors() + " cores of "
                + model + ", " + Long.parseLong(memory) / 1_000_000 + " GB, Java " + Runtime.version()
                + ", Linux " + System.getProperty("os.version") + ", by mvn verify -Ptrust";
    }
}
