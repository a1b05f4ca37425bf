package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Questions on the command line. */
final class AskCommandTest {

    private static final String QUESTION = "学生居留能网上申请吗";

    private Terminal terminal = Terminal.in(Path.of("."));

    @BeforeEach
    void openTerminal(@TempDir Path home) {
        terminal = Terminal.in(home);
    }

    @Test
    void aQuestionIsAnsweredAsText() {
        Terminal.Output output = terminal.ask(QUESTION);

        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.lines().getFirst()).startsWith("可以").contains("学生 étudiant", "2020 年 9 月");
        assertThat(output.out()).contains("2024 年 7 月", "《网上申请》居留", "https://example.org/anef");
    }

    @Test
    void wordsAreJoinedToOneQuestion() {
        assertThat(terminal.ask("visiteur", "en", "ligne", "?").lines().getFirst()).contains("游客 visiteur");
    }

    @Test
    void aDashReadsStandardInput() {
        assertThat(terminal.typing(QUESTION + "\n").ask("-").out()).isEqualTo(terminal.ask(QUESTION).out());
    }

    @Test
    void standardInputIsAQuestionALine() {
        Terminal typed = terminal.typing("\uFEFF" + QUESTION + "\r\n\n那游客呢\n工作许可怎么申请");

        assertThat(typed.ask("-", "--json").objects()).extracting(object -> object.get("question").asString())
                .containsExactly(QUESTION, "那游客呢", "工作许可怎么申请");
        assertThat(typed.ask("-").out()).startsWith(terminal.ask(QUESTION).out() + "\n")
                .endsWith("\n" + terminal.ask("工作许可怎么申请").out());
        assertThat(typed.ask("-").err()).isEmpty();
        assertThat(typed.at(new Screens(true, true, true, false)).ask("-").err()).contains("Ctrl+D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"??????????", "?? ?", "10 ???", "salarié \uFFFD\uFFFD\uFFFD", "\uFFFD"})
    void anArgumentThatTheLocaleLostIsRefusedInOneLine(String lost) {
        Terminal.Output output = terminal.ask(lost.split(" "));

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err().lines()).singleElement().asString().contains(lost, "LC_ALL=C.UTF-8", "ask -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"titre de séjour étudiant en ligne ???", "??", "学生???"})
    void questionMarksOfAQuestionAreNone(String question) {
        assertThat(terminal.ask(question).code()).isZero();
    }

    @Test
    void standardInputIsReadAsItIs() {
        assertThat(terminal.typing("?????").ask("-").code()).isZero();
    }

    @Test
    void textComesInTheScriptOfTheQuestionAndJsonInTheArticles() {
        assertThat(terminal.ask("學生居留能網上申請嗎").lines().getFirst()).contains("學生", "網上");

        JsonNode object = terminal.ask("--json", "學生居留能網上申請嗎").object();
        assertThat(object.get("script").asString()).isEqualTo("hant");
        assertThat(object.get("text").asString()).contains("学生 étudiant");
    }

    @Test
    void jsonCarriesTheNamesOfTheContract() {
        JsonNode object = terminal.ask(QUESTION, "--json").object();

        assertThat(object.propertyNames()).contains("question", "outcome", "text", "article", "file", "section",
                "rollout", "notListed", "asOf", "sources", "confidence", "alternatives", "suggestions", "options");
        assertThat(object.has("explain")).isFalse();
        assertThat(object.get("question").asString()).isEqualTo(QUESTION);
        assertThat(object.get("outcome").asString()).isEqualTo("listed");
        assertThat(object.get("file").asString()).isEqualTo("a.md");
        assertThat(object.get("asOf").asString()).isEqualTo("2024-07");
        JsonNode entry = object.get("rollout").get(0);
        assertThat(entry.get("date").asString()).isEqualTo("2020 年 9 月");
        assertThat(entry.get("since").asString()).isEqualTo("2020-09");
        assertThat(entry.get("row").asString()).isEqualTo("学生 étudiant");
    }

    @Test
    void explainSaysHowTheQuestionWasUnderstood() {
        assertThat(terminal.ask("--explain", QUESTION).out()).startsWith("可以").contains("etudiant");
        assertThat(terminal.ask("--json", "--explain", QUESTION).object().get("explain").isObject()).isTrue();
    }

    @Test
    void aFileIsAnsweredLineByLineInOrder() {
        Terminal.Output output = file("""
                {"id": "b", "q": "学生居留能网上申请吗"}

                {"id": 7, "question": "那游客呢"}
                {"id": "c", "q": "那游客呢", "after": ["学生居留能网上申请吗"]}
                """);

        assertThat(output.code()).isZero();
        assertThat(output.objects()).extracting(object -> object.get("id").asString()).containsExactly("b", "7", "c");
        assertThat(output.objects().getLast().get("rollout").get(0).get("permit").asString())
                .isEqualTo("游客 visiteur");
        assertThat(output.objects().getLast().get("outcome").asString()).isEqualTo("listed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "7", "null", "\"text\"", "{}", "{\"q\": 7}", "{\"q\": null}",
            "{\"q\": \"\"}",
            "{\"q\": [\"学生\"]}", "{\"q\": \"学生\"", "{\"after\": 7}"})
    void aJunkLineIsUnknownAndTheNextIsAnswered(String junk) {
        Terminal.Output output = file(junk + "\n{\"id\": \"next\", \"q\": \"" + QUESTION + "\"}\n");

        assertThat(output.code()).isZero();
        assertThat(output.objects()).hasSize(2);
        assertThat(output.objects().getFirst().get("outcome").asString()).isEqualTo("unknown");
        assertThat(output.objects().getLast().get("outcome").asString()).isEqualTo("listed");
        assertThat(output.err().lines().filter(line -> line.contains("questions.jsonl:"))).as(junk)
                .hasSize(junk.contains("\"\"") ? 0 : 1).allMatch(line -> line.contains("questions.jsonl:1：这一行"));
    }

    @Test
    void anOverlongLineIsUnknownAndKeepsItsId() {
        JsonNode object = file("{\"id\": \"long\", \"q\": \"" + QUESTION.repeat(20_000) + "\"}").object();

        assertThat(object.get("id").asString()).isEqualTo("long");
        assertThat(object.get("outcome").asString()).isEqualTo("unknown");
        assertThat(object.get("rollout").isEmpty()).isTrue();
    }

    @Test
    void aFileAsTextIsOneLineAnAnswer() {
        Path questions = terminal.file("q.jsonl", "{\"q\": \"学生居留能网上申请吗\"}\n{\"q\": \"你好\"}\n");

        assertThat(terminal.ask("--file", questions.toString()).lines()).hasSize(2).first().asString()
                .startsWith("可以");
    }

    private Terminal.Output file(String lines) {
        return terminal.ask("--json", "--file", terminal.file("questions.jsonl", lines).toString());
    }
}
