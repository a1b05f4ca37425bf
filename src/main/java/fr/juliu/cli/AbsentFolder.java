package fr.juliu.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of articles that a line names and that is not there. It is looked for before the library that reads lines is loaded, which
 * takes as long again as the start of the program.
 *
 * @param flag that names it
 */
record AbsentFolder(String flag, String folder) {

    private static final String KNOWLEDGE = "--knowledge";
    private static final Map<String, Set<String>> FLAGS = Map.of("ask", Set.of(KNOWLEDGE), "check",
            Set.of(KNOWLEDGE, "--against"));

    /** The first one that is absent. */
    static Optional<AbsentFolder> in(List<String> line) {
        Set<String> flags = FLAGS.getOrDefault(line.getFirst(), Set.of());
        if (line.contains("--help") || line.contains("-h")) {
            return Optional.empty();
        }
        for (int i = 1; i < line.size() && !line.get(i).equals("--"); i++) {
            String[] parts = line.get(i).split("=", 2);
            if (flags.contains(parts[0]) && (parts.length > 1 || i + 1 < line.size())) {
                AbsentFolder named = new AbsentFolder(parts[0], parts.length > 1 ? parts[1] : line.get(i + 1));
                if (named.isAbsent()) {
                    return Optional.of(named);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAbsent() {
        try {
            return !Files.isDirectory(Path.of(folder));
        } catch (InvalidPathException e) {
            // told as what it is by whoever reads the line
            return false;
        }
    }
}
