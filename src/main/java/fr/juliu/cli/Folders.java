package fr.juliu.cli;

import fr.juliu.edition.Edition;
import fr.juliu.edition.ModelUse;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;

/** Reads folders of articles for the commands. */
final class Folders {

    private Folders() {
    }

    /** The path that a flag or a setting names; in a locale that cannot hold Chinese, a Chinese one is none. */
    static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UnusableException("no-path", name, text);
        }
    }

    static Library read(Path folder, Settings settings, Clock clock) {
        return new LibraryReader(folder, settings.siteUrl(), clock, new ConfigFolder(settings.config())).read();
    }

    /**
     * An edition to ask. A command makes no folder of the operator's: the model's native library goes into one that is
     * there, or among the temporary files.
     *
     * @param session is told of a model that does not work
     */
    static Edition edition(Library library, Settings settings, Session session) {
        Path data = Files.isDirectory(settings.data()) ? settings.data() : null;
        return Edition.of(library, new ConfigFolder(settings.config()), session.clock(),
                new ModelUse(settings.model(), data == null ? null : data.resolve("native"),
                        data == null ? null : data.resolve("vectors.bin"), session.err()::println));
    }
}
