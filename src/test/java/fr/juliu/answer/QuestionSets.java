package fr.juliu.answer;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The question sets of the project and editions to ask them of. */
final class QuestionSets {

    static final Path KNOWN = Path.of("knowledge", "questions.jsonl");
    /** Questions over the four articles of {@link #SITE_ARTICLES}. */
    static final Path SITE = Path.of("src", "test", "resources", "site.jsonl");
    /** Real articles beside the repository; absent on most machines. */
    static final Path SITE_ARTICLES = Path.of("..", "shared", "articles", "site");
    static final Path UNSEEN = Path.of("src", "test", "resources", "unseen.jsonl");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private QuestionSets() {
    }

    /** The questions of a file, read beside no article. */
    static List<KnownQuestion> read(Path file) throws IOException {
        Path folder = Files.createTempDirectory("questions");
        Path copy = Files.copy(file, folder.resolve("questions.jsonl"));
        List<KnownQuestion> questions = new LibraryReader(folder, null, CLOCK).read().questions();
        Files.delete(copy);
        Files.delete(folder);
        return questions;
    }

    /** An edition of the project's own articles, from some parts alone. */
    static Edition edition(Set<Part> parts) {
        return edition(Path.of("knowledge"), parts);
    }

    /** An edition of a folder of articles, from some parts alone. */
    static Edition edition(Path folder, Set<Part> parts) {
        return Edition.of(new LibraryReader(folder, null, CLOCK).read(), new ConfigFolder(Path.of("config")), CLOCK,
                parts);
    }
}
