package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of known questions. */
final class KnownQuestionReaderTest {

    private static final String GOOD = "{\"id\": \"a1\", \"q\": \"甲\", \"kind\": \"direct\", \"outcome\": \"list\", "
            + "\"section\": null, \"rows\": [\"*\"], \"section_any\": [\"乙\"], \"must\": [\"丙\"], \"after\": [\"丁\"], "
            + "\"note\": 1}\n";

    private final Folder folder;

    KnownQuestionReaderTest(@TempDir Path path) {
        folder = new Folder(path).with("a.md", Folder.HEAD + "甲\n\n## 乙\n\n丁");
    }

    @Test
    void everyFieldIsRead() {
        assertThat(folder.with("questions.jsonl", "\uFEFF\r\n" + GOOD).read().questions()).containsExactly(
                new KnownQuestion("a1", "甲", "direct", "list", null, List.of("乙"), List.of("*"), List.of("丙"),
                        List.of("丁"), 2));
    }

    @Test
    void noFileIsFine() {
        assertThat(folder.read().questions()).isEmpty();
        assertThat(folder.read().problems()).isEmpty();
    }

    @Test
    void aFieldThatMeansNothingIsNamed() {
        assertThat(folder.with("questions.jsonl", GOOD.replace("\"after\"", "\"before\"")).read().problems())
                .singleElement().asString().startsWith("questions.jsonl:1: the field \"before\" means nothing");
    }

    @Test
    void aQuestionThatNoAnswerCanBeRightForIsNamed() {
        folder.with("questions.jsonl", """
                {"id": "a", "q": "甲", "outcome": "section"}
                {"id": "b", "q": "甲", "outcome": "listed", "section": "乙"}
                {"id": "c", "q": "甲", "outcome": "not-listed"}
                """);

        assertThat(folder.read().problems()).extracting(Problem::toString).containsExactly(
                "questions.jsonl:1: question a has the outcome section and no section, so that no answer is right;"
                        + " add \"section\"",
                "questions.jsonl:2: question b has the outcome listed and no rows, so that no answer is right;"
                        + " add \"rows\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            {"id": "b",                                        → not JSON             → one object in one line
            [1]                                                → no JSON object       → write {"id"
            {"q": "甲", "outcome": "list"}                     → has no id            → add "id"
            {"id": "b", "outcome": "list"}                     → has no q             → add "q"
            {"id": "b", "q": "甲"}                             → has no outcome       → add "outcome"
            {"id": "b", "q": "甲", "outcome": "yes"}           → "yes" is unknown     → write listed
            {"id": "a1", "q": "甲", "outcome": "list"}         → in line 1 already    → give this question its own
            {"id": 1, "q": "甲", "outcome": "list"}            → id is no text        → write "id"
            {"id": "b", "q": "甲", "outcome": "list", "rows": [1]} → rows is no list  → write "rows"
            """)
    void aBadLineIsLeftOut(String line, String wrong, String cure) {
        Library library = folder.with("questions.jsonl", GOOD + line + "\n" + GOOD.replace("a1", "a2")).read();

        assertThat(library.questions()).extracting(KnownQuestion::id).containsExactly("a1", "a2");
        assertThat(library.articles()).hasSize(1);
        assertThat(library.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("questions.jsonl");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.message()).contains(wrong, cure);
        });
    }
}
