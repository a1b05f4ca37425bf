package fr.juliu.choose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What attackers write.
 *
 * @param where {@code question}, {@code article} or {@code pin}
 */
public record Attack(String where, String words) {

    private static final Path FILE = Path.of("src", "test", "resources", "attacks.txt");

    /** The attacks of the file that are written there. */
    public static List<Attack> in(String where) {
        return all().stream().filter(attack -> attack.where().equals(where)).toList();
    }

    static List<Attack> all() {
        try {
            return Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Attack(line.substring(0, line.indexOf('|')),
                            line.substring(line.indexOf('|') + 1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
