package fr.juliu.keep.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What files held before they were saved at the desk, in a hidden folder beside them that nothing reads. */
final class FormerTexts {

    /** The hidden folder. */
    static final String FOLDER = ".former";
    /** How many are kept of a file; then the oldest go. */
    static final int MOST = 200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneId.of("UTC"));

    private final Path folder;
    private final Clock clock;

    FormerTexts(Path knowledge, Clock clock) {
        folder = knowledge.resolve(FOLDER);
        this.clock = clock;
    }

    /** Keeps what a file holds; its place, relative to the folder of articles. */
    String keep(FileName name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        String plain = name.name().replace('/', '_');
        String time = TIME.format(clock.instant());
        Path copy = folder.resolve(plain + "." + time);
        for (int i = 2; Files.exists(copy); i++) {
            copy = folder.resolve(plain + "." + time + "-" + i);
        }
        WholeFile.write(copy, bytes);
        forgetOldest(plain);
        return FOLDER + "/" + copy.getFileName();
    }

    private void forgetOldest(String plain) throws IOException {
        List<Path> copies;
        try (Stream<Path> files = Files.list(folder)) {
            copies = files.filter(file -> String.valueOf(file.getFileName()).startsWith(plain + "."))
                    .sorted(Comparator.reverseOrder()).skip(MOST).toList();
        }
        for (Path copy : copies) {
            Files.deleteIfExists(copy);
        }
    }
}
