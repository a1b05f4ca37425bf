package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of phrasings beside the articles. */
final class PhrasingFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @BeforeEach
    void anArticle() throws IOException {
        Files.writeString(folder.resolve("a.md"),
                "---\ntitle: 甲\nas_of: 2026-01\nsource: https://a.fr\n---\n\n## 乙\n\n字。\n");
        Files.createDirectory(folder.resolve("phrasings"));
    }

    @Test
    void allFilesAreReadInOrderOfTheirNames() throws IOException {
        phrasings("b.jsonl", "{\"id\": \"1\", \"q\": \"二\", \"outcome\": \"section\", \"section\": \"乙\"}");
        phrasings("a.jsonl", "{\"id\": \"1\", \"q\": \"一\", \"outcome\": \"out-of-scope\"}");
        phrasings(".hidden.jsonl", "not JSON");
        phrasings("notes.txt", "not JSON");

        Library library = read();

        assertThat(library.phrasings()).extracting(KnownQuestion::question).containsExactly("一", "二");
        assertThat(library.questions()).isEmpty();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldByFileAndLine() throws IOException {
        phrasings("a.jsonl", "\n{\"id\": \"1\", \"q\": \"一\", \"outcome\": \"section\", \"section\": \"丙\"}\nnot JSON");

        assertThat(read().problems()).extracting(Problem::file, Problem::line)
                .containsExactlyInAnyOrder(tuple("phrasings/a.jsonl", 2),
                        tuple("phrasings/a.jsonl", 3));
    }

    @Test
    void aVerdictOfTheTableNeedsNoRowsToTeach() throws IOException {
        phrasings("table.jsonl", "{\"id\": \"1\", \"q\": \"学生网上办吗\", \"outcome\": \"listed\"}");

        assertThat(read().problems()).isEmpty();
    }

    @Test
    void aPhrasingThatNamesNoSectionIsTold() throws IOException {
        phrasings("a.jsonl", "\n{\"id\": \"1\", \"q\": \"一\", \"outcome\": \"section\"}");

        assertThat(read().problems()).map(Problem::toString).containsExactly("phrasings/a.jsonl:2: phrasing 1 has the"
                + " outcome section and no section, so that it teaches nothing; add \"section\"");
    }

    @Test
    void aPhrasingThatIsAKnownQuestionIsToldWhateverItsMarks() throws IOException {
        Files.writeString(folder.resolve("questions.jsonl"), """
                {"id": "k1", "q": "ANEF 是什么？", "outcome": "out-of-scope"}
                {"id": "k2", "q": "étudiant", "outcome": "out-of-scope"}
                {"id": "k3", "q": "那游客呢", "after": ["étudiant"], "outcome": "out-of-scope"}
                """);
        phrasings("a.jsonl", """
                {"id": "1", "q": "ANEF 是啥", "outcome": "out-of-scope"}
                {"id": "2", "q": "ａｎｅｆ是什么", "outcome": "out-of-scope"}
                {"id": "3", "q": "那游客呢", "outcome": "out-of-scope"}
                """);
        phrasings("b.jsonl", "{\"id\": \"4\", \"q\": \"ETUDIANT ?\", \"outcome\": \"listed\"}");

        assertThat(read().problems()).extracting(Problem::severity).containsOnly(Problem.Severity.WARNING);
        assertThat(read().problems()).map(Problem::toString).containsExactly(
                "phrasings/a.jsonl:2: phrasing 2 is the question k1 of questions.jsonl:1, which would be its own"
                        + " teacher; remove one of them, or put it otherwise",
                "phrasings/b.jsonl:1: phrasing 4 is the question k2 of questions.jsonl:2, which would be its own"
                        + " teacher; remove one of them, or put it otherwise");
    }

    private Library read() {
        return new LibraryReader(folder, null, CLOCK).read();
    }

    private void phrasings(String name, String lines) throws IOException {
        Files.writeString(folder.resolve("phrasings").resolve(name), lines);
    }
}
