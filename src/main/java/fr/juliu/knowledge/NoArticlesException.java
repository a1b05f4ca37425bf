package fr.juliu.knowledge;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** A folder without one readable article; its message says why, by file and line. */
public final class NoArticlesException extends RuntimeException {

    private static final int TOLD = 3;

    NoArticlesException(Path folder, Library library) {
        super("no article can be read in the folder " + folder + ": " + reasons(library));
    }

    private static String reasons(Library library) {
        int more = library.problems().size() - TOLD;
        return library.problems().stream().limit(TOLD).map(Problem::toString).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
