package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.Edition;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sentences of a place are shown, in which order, and what remains below them. */
final class ExcerptTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String LIMIT = "下面说的只管普通的情形。";
    private static final String FEE = "办护照要缴印花税 225 欧元。";
    private static final String LONG = "这一句讲的是别的事情，用来把这一节写长。".repeat(25);

    private final Path folder;

    ExcerptTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aShortPlaceIsShownWhole() throws IOException {
        Answer.FromSection answer = ask(LIMIT + FEE);
        assertThat(answer.sentences()).containsExactly(LIMIT + FEE);
        assertThat(answer.rest()).isEmpty();
    }

    @Test
    void theSentencesOfALongPlaceKeepTheOrderOfTheText() throws IOException {
        String first = "护照的印花税分两种。";
        String best = "办护照要缴的印花税是 225 欧元，护照印花税网上买。";
        Answer.FromSection answer = ask(first + LONG + best);
        assertThat(answer.sentences()).containsExactly(first, best);
        assertThat(ask(best + LONG + first).sentences()).startsWith(best);
    }

    private Answer.FromSection ask(String text) throws IOException {
        Files.writeString(folder.resolve("a.md"),
                "---\ntitle: 杂记\nas_of: 2026-01\n---\n\n## 办护照的印花税\n\n" + text + "\n");
        try (Edition edition = Edition.of(new LibraryReader(folder, null, CLOCK).read(),
                new ConfigFolder(Path.of("config")), CLOCK, true)) {
            Answer answer = edition.answerer().ask("办护照要缴多少印花税").answer();
            assertThat(answer).isInstanceOf(Answer.FromSection.class);
            return (Answer.FromSection) answer;
        }
    }
}
