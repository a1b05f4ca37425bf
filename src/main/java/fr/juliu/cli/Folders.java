package fr.juliu.cli;

import fr.juliu.answer.Edition;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Clock;

/** Reads folders of articles for the commands. */
final class Folders {

    private Folders() {
    }

    static Library read(Path folder, Settings settings, Clock clock) {
        return new LibraryReader(folder, settings.siteUrl(), clock).read();
    }

    static Edition edition(Library library, Settings settings, Clock clock) {
        return Edition.of(library, new ConfigFolder(settings.config()), clock, settings.model());
    }
}
