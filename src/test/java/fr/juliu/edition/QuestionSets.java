package fr.juliu.edition;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The question sets of the project and editions to ask them of. */
final class QuestionSets {

    static final Path KNOWN = Path.of("knowledge", "questions.jsonl");
    /** Questions over the four articles of {@link #SITE_ARTICLES}. */
    static final Path SITE = Path.of("src", "test", "resources", "site.jsonl");
    /** Real articles beside the repository; absent on most machines. */
    static final Path SITE_ARTICLES = Path.of("..", "shared", "articles", "site");
    static final Path UNSEEN = Path.of("src", "test", "resources", "unseen.jsonl");
    /** Questions over all of {@code knowledge/}, by somebody who wrote neither articles nor phrasings. */
    static final Path UNSEEN_TOPICS = Path.of("src", "test", "resources", "topics", "unseen.jsonl");
    /** The ids of the known questions that were written for the first article. */
    static final Pattern OLDER = Pattern.compile("[a-z]\\d+");
    private static final Path ARTICLE = Path.of("knowledge", "demande-en-ligne.md");
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

    /** The known questions that were written for the first article and that it still answers alone, or refuses. */
    static List<KnownQuestion> ofTheArticle() throws IOException {
        try (Edition article = article(EnumSet.complementOf(EnumSet.of(Part.VECTORS)))) {
            Set<String> headings = article.library().articles().getFirst().sections().stream().map(Section::heading)
                    .collect(Collectors.toSet());
            return read(KNOWN).stream().filter(known -> OLDER.matcher(known.id()).matches())
                    .filter(known -> headings.containsAll(known.headings())).toList();
        }
    }

    /** An edition of the project's own articles, from some parts alone. */
    static Edition edition(Set<Part> parts) {
        return edition(Path.of("knowledge"), parts);
    }

    /** An edition of the project's first article alone, from some parts. */
    static Edition article(Set<Part> parts) {
        try {
            Path folder = Files.createTempDirectory("article");
            Path copy = Files.copy(ARTICLE, folder.resolve("demande-en-ligne.md"));
            Edition edition = edition(folder, parts);
            Files.delete(copy);
            Files.delete(folder);
            return edition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An edition of a folder of articles, from some parts alone. */
    static Edition edition(Path folder, Set<Part> parts) {
        return Edition.of(new LibraryReader(folder, null, CLOCK).read(), new ConfigFolder(Path.of("config")), CLOCK,
                parts);
    }

    /** The project's own articles and questions. */
    static Library library() {
        return new LibraryReader(Path.of("knowledge"), null, CLOCK).read();
    }

    /** An edition of a library, from all parts. */
    static Edition edition(Library library) {
        return Edition.of(library, new ConfigFolder(Path.of("config")), CLOCK, EnumSet.allOf(Part.class));
    }
}
