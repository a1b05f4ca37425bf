package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a second reader is worth over a file of questions, by recorded choices. */
final class ChooseEvalCommandTest {

    private static final String ARTICLE = """
            ---
            title: 灯塔的事
            as_of: 2026-01
            ---

            这里讲灯塔。

            ## 灯塔几点开门

            灯塔早上九点开门，晚上六点关门。

            ## 灯塔的门票多少钱

            灯塔的门票五欧，开门以后在门口买。
            """;
    private static final String QUESTIONS = """
            {"id": "q1", "q": "灯塔的门开到什么时候", "outcome": "section", "section": "灯塔几点开门"}
            {"id": "q2", "q": "灯塔里能住一晚上吗", "outcome": "out-of-scope"}
            """;

    private Terminal terminal = Terminal.in(Path.of("."));
    private Path home = Path.of(".");
    private String folder = "";

    @BeforeEach
    void openTerminal(@TempDir Path home) {
        this.home = home;
        terminal = Terminal.in(home);
        folder = terminal.folder("light", ARTICLE);
        terminal.file("q.jsonl", QUESTIONS);
    }

    @Test
    void promptsAreWrittenAndRecordedChoicesReplayed() throws IOException {
        Terminal.Output written = eval("--prompts", path("p.jsonl"));
        assertThat(written.code()).as(written.err()).isZero();
        List<JsonNode> prompts = Files.readAllLines(home.resolve("p.jsonl")).stream().map(new JsonMapper()::readTree)
                .toList();
        assertThat(prompts).hasSize(2).allSatisfy(prompt -> {
            assertThat(prompt.propertyNames()).containsExactlyInAnyOrder("id", "key", "ids", "messages");
            assertThat(prompt.at("/messages/0/role").asString()).isEqualTo("system");
            assertThat(prompt.at("/messages/1/content").asString()).contains("A．《灯塔的事》");
        });
        String first = prompts.getFirst().at("/messages/1/content").asString();
        String id = first.indexOf("A．《灯塔的事》灯塔几点开门") >= 0 ? "A" : first.indexOf("B．《灯塔的事》灯塔几点开门") >= 0 ? "B" : "C";
        terminal.file("c.jsonl", record(prompts.getFirst(), "\"one\", \"ids\": [\"" + id + "\"]")
                + record(prompts.getLast(), "\"none\""));

        Terminal.Output told = eval("--choices", path("c.jsonl"));

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.lines()).anyMatch(line -> line.matches("answerable \\(1\\).*"))
                .anyMatch(line -> line.matches(" +right +\\d +\\S+ % +1  100\\.0 %"))
                .anyMatch(line -> line.startsWith("read a second time: 2 of 2"))
                .anyMatch(line -> line.equals("chosen: none 1, one 1"));
    }

    @Test
    void whatNobodyRecordedStaysAsItIs() {
        terminal.file("c.jsonl", "{\"key\": \"0\", \"choice\": {\"choice\": \"none\"}}\n");
        assertThat(eval("--choices", path("c.jsonl")).lines())
                .anyMatch(line -> line.equals("what became of it: unread 2"));
    }

    @Test
    void whatCannotBeUsedIsTold() {
        terminal.file("c.jsonl", "{\"key\": \"0\", \"choice\": \"A\"}\n");
        assertThat(eval("--choices", path("c.jsonl")).err()).contains("c.jsonl: line 1 is no recorded choice");
        assertThat(eval().err()).contains("juliu.chooser.url");
        assertThat(eval("--prompts", path("p"), "--choices", path("c.jsonl")).code()).isEqualTo(2);
        assertThat(terminal.with("JULIU_CHOOSER_URL", "https://reader.example").run("choose-eval", "--lang", "en",
                path("q.jsonl")).err()).contains("juliu.chooser.model is empty");
        assertThat(terminal.run("choose-eval", "--lang", "en", path("nowhere.jsonl"), "--prompts", path("p")).err())
                .contains("there is no file");
    }

    private Terminal.Output eval(String... more) {
        String[] line = {"choose-eval", "--lang", "en", "--model", "off", "--when", "always", "--knowledge", folder,
                path("q.jsonl")};
        return terminal.run(Terminal.words(line, more));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private static String record(JsonNode prompt, String choice) {
        return "{\"key\": \"" + prompt.get("key").asString() + "\", \"choice\": {\"choice\": " + choice + "}}\n";
    }
}
