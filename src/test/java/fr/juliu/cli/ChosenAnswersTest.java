package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.choose.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a second reader is worth on questions that nobody tuned on: a capable reader answered the prompts once, one by one,
 * from each prompt alone, and a server says again what he chose. Where articles have changed the passages shown since, he
 * said nothing, and what is decided without him stands.
 */
final class ChosenAnswersTest {

    private static final Path CHOSEN = Path.of("src/test/resources/chosen.jsonl");
    /** The last lines of a report, which name no question. */
    private static final int FIGURES = 11;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LINE = Pattern.compile("  (\\w+) +(\\d+) +\\S+ % +(\\d+) +\\S+ %");

    /** How many were answered so, without and with him. */
    private record Count(int without, int with) {

        Count plus(Count more) {
            return new Count(without + more.without, with + more.with);
        }
    }

    @Test
    void moreIsAnsweredRightly(@TempDir Path home) throws IOException {
        replayed(home, "topics/unseen.jsonl", "unsure");
    }

    @Test
    @Tag("benchmark")
    void moreIsAnsweredRightlyOfWhatPeopleAsk(@TempDir Path home) throws IOException {
        replayed(home, "unseen-people.jsonl", "unsure");
        replayed(home, "unseen-people.jsonl", "always");
        replayed(home, "topics/unseen.jsonl", "always");
    }

    @Test
    @Tag("benchmark")
    void lessGroupChatterIsAnswered(@TempDir Path home) throws IOException {
        replayed(home, "unseen-chatter.jsonl", "unsure");
        replayed(home, "unseen-chatter.jsonl", "always");
    }

    private static void replayed(Path home, String set, String when) throws IOException {
        String questions = Path.of("src/test/resources").resolve(set).toString();
        Map<String, String> says = says(home, questions, when);
        try (FakeServer server = new FakeServer(asked -> says.getOrDefault(asked, "nobody knows"))) {
            Terminal.Output told = Terminal.in(home).with("JULIU_CHOOSER_URL", server.address())
                    .with("JULIU_CHOOSER_MODEL", "reader").with("JULIU_CHOOSER_TIMEOUT", "30s")
                    .with("JULIU_CHOOSER_DAILY_CALLS", "0")
                    .run("choose-eval", "--lang", "en", "--when", when, questions);
            assertThat(told.code()).as(told.err()).isZero();
            List<String> lines = told.lines();
            System.out.println("CHOSEN " + set + " " + when + "\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - FIGURES), lines.size())));
            Count right = counts(lines).getOrDefault("right", new Count(0, 0));
            assertThat(right.with()).isGreaterThan(right.without());
        }
    }

    /** What he chose, by the words that a server is asked. */
    private static Map<String, String> says(Path home, String questions, String when) throws IOException {
        Path prompts = home.resolve("prompts.jsonl");
        Terminal.Output written = Terminal.in(home).run("choose-eval", "--lang", "en", "--when", when, "--prompts",
                prompts.toString(), questions);
        assertThat(written.code()).as(written.err()).isZero();
        Map<String, String> chosen = new HashMap<>();
        for (String line : Files.readAllLines(CHOSEN)) {
            JsonNode one = JSON.readTree(line);
            chosen.put(one.get("key").asString(), one.get("choice").toString());
        }
        Map<String, String> says = new HashMap<>();
        for (String line : Files.readAllLines(prompts)) {
            JsonNode prompt = JSON.readTree(line);
            String choice = chosen.get(prompt.get("key").asString());
            if (choice != null) {
                says.put(prompt.at("/messages/1/content").asString(), choice);
            }
        }
        return says;
    }

    /** Of what something answers and of what nothing does, together. */
    private static Map<String, Count> counts(List<String> lines) {
        Map<String, Count> counts = new HashMap<>();
        for (String line : lines) {
            Matcher figures = LINE.matcher(line);
            if (figures.matches()) {
                counts.merge(figures.group(1),
                        new Count(Integer.parseInt(figures.group(2)), Integer.parseInt(figures.group(3))),
                        Count::plus);
            }
        }
        return counts;
    }
}
