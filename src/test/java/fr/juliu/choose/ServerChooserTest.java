package fr.juliu.choose;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Choice;
import fr.juliu.decide.Shortlist;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.understand.Phase;
import fr.juliu.understand.Question;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** What comes of a second reader, whatever its server does. */
final class ServerChooserTest {

    private static final Prompts PROMPTS = Prompts.read(new ConfigFolder(Path.of("config")));
    private static final Duration BRIEF = Duration.ofMillis(150);

    private final HandClock clock = new HandClock();
    private final List<String> heard = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void aServerIsAskedByASchemaAndItsChoiceIsTaken() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST)) {
            assertThat(chooser(server.settings()).choose(list("多久"))).isEqualTo(new Choice.Passage(0, ""));
            JsonNode body = server.asked().getFirst();
            assertThat(body.at("/response_format/type").asString()).isEqualTo("json_schema");
            assertThat(body.get("temperature").asInt()).isZero();
            assertThat(body.get("model").asString()).isEqualTo("reader");
            assertThat(body.at("/messages/1/content").asString()).contains("<问题>多久</问题>", "A．《学生》提前多久续",
                    "B．《学生》学生打工");
            assertThat(server.keys()).containsExactly("Bearer s3cret");
        }
    }

    @ParameterizedTest
    @CsvSource({"HANGS, LATE", "DRIPS, LATE", "NONSENSE, MALFORMED", "TOO_MANY, REFUSED", "FAILS, FAILED",
            "HALF, FAILED", "NO_KEY, FAILED"})
    void whateverGoesWrongThereIsAnAnswerInTimeAndItSaysWhy(FakeServer.Trouble trouble, Choice.Cause cause) {
        // none but the silent ones runs into the time
        Duration time = cause == Choice.Cause.LATE ? BRIEF : Duration.ofSeconds(20);
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST).having(trouble)) {
            assertThat(chooser(server.settings(time, 0)).choose(list("多久"))).isEqualTo(new Choice.Unread(cause));
            assertThat(server.asked()).hasSize(1);
            assertThat(heard).containsExactly(cause.word());
        }
    }

    @Test
    void aServerThatIsNotThereIsNoTrouble() {
        ChooserSettings gone;
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST)) {
            gone = server.settings();
        }
        assertThat(chooser(gone).choose(list("多久"))).isEqualTo(new Choice.Unread(Choice.Cause.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"choice\": \"one\", \"ids\": [\"Z\"]}", "B", "{\"choice\": \"one\", \"ids\": []}",
            "{\"choice\": \"two\", \"ids\": [\"A\"]}", "{\"choice\": \"several\", \"ids\": [\"A\", \"A\"]}",
            "{\"choice\": \"one\", \"ids\": \"A\"}", "{\"answer\": \"可以网上申请\"}", "{\"choice\": {}, \"ids\": [1]}", "{",
            "", "[]"})
    void whatIsNoChoiceAmongThoseShownIsNone(String said) {
        assertThat(new ChoiceReader().read(said, 2)).isEqualTo(new Choice.Unread(Choice.Cause.MALFORMED));
    }

    @Test
    void choicesAreReadHoweverTheyAreWrapped() {
        ChoiceReader reader = new ChoiceReader();
        assertThat(
                reader.read("```json\n{\"choice\": \"several\", \"ids\": [\"B\", \"A\"], \"unanswered\": \"多少钱\"}\n```",
                        2))
                .isEqualTo(new Choice.Several(1, 0, "多少钱"));
        assertThat(reader.read("{\"choice\": \"table\", \"ids\": [], \"why\": \"…\"}", 2))
                .isEqualTo(new Choice.Table());
        assertThat(reader.read("{\"choice\": \"none\"}", 2)).isEqualTo(new Choice.None());
        assertThat(reader.read("{\"choice\": \"ask-back\", \"ids\": null}", 2)).isEqualTo(new Choice.AskBack());
    }

    @Test
    void aServerWithoutSchemasIsAskedForLessAndNeverAgainForMore() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST).knowing()) {
            ServerChooser chooser = chooser(server.settings());
            assertThat(chooser.choose(list("多久"))).isEqualTo(new Choice.Passage(0, ""));
            assertThat(chooser.choose(list("多少钱"))).isEqualTo(new Choice.Passage(0, ""));
            assertThat(server.asked()).extracting(body -> body.at("/response_format/type").asString(""))
                    .containsExactly("json_schema", "json_object", "", "");
        }
    }

    @Test
    void theSameIsAskedOnceAndAFailureIsNotKept() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST).having(FakeServer.Trouble.FAILS)) {
            ServerChooser chooser = chooser(server.settings());
            assertThat(chooser.choose(list("多久"))).isInstanceOf(Choice.Unread.class);
            server.having(FakeServer.Trouble.NONE);
            assertThat(chooser.choose(list("多久"))).isEqualTo(new Choice.Passage(0, ""));
            assertThat(chooser.choose(list("多久"))).isEqualTo(new Choice.Passage(0, ""));
            assertThat(server.asked()).hasSize(2);
            assertThat(heard).containsExactly("failed", "one", "known one");
        }
    }

    @Test
    void anEditionThatSaysSomethingElseIsAskedAnew() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST)) {
            ServerChooser chooser = chooser(server.settings());
            chooser.choose(list("多久"));
            chooser.choose(new Shortlist("多久", "", question("多久"), null,
                    List.of(new Shortlist.Passage("学生", "a.md", "提前多久续", "改成三个月。"))));
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void noMoreIsAskedOfADayThanMayBe() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST)) {
            ServerChooser chooser = chooser(server.settings(Duration.ofSeconds(20), 2));
            chooser.choose(list("一"));
            chooser.choose(list("二"));
            assertThat(chooser.choose(list("三"))).isEqualTo(new Choice.Unread(Choice.Cause.OVER_BUDGET));
            assertThat(chooser.choose(list("一"))).isEqualTo(new Choice.Passage(0, ""));
            clock.pass(Duration.ofDays(1));
            assertThat(chooser.choose(list("三"))).isEqualTo(new Choice.Passage(0, ""));
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void aServerThatFailsAgainAndAgainIsLetAlone() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST).having(FakeServer.Trouble.NONSENSE)) {
            ServerChooser chooser = chooser(server.settings());
            for (int i = 0; i < 8; i++) {
                chooser.choose(list("第 " + i + " 个"));
            }
            assertThat(server.asked()).hasSize(5);
            assertThat(heard).filteredOn("paused"::equals).hasSize(3);
            assertThat(told).singleElement().asString().contains("127.0.0.1", "open");
        }
    }

    @Test
    void privateNumbersDoNotLeaveTheMachine() {
        try (FakeServer server = new FakeServer(question -> FakeServer.FIRST)) {
            chooser(server.settings()).choose(new Shortlist("我电话 06 12 34 56 78，护照 EA1234567，多久", "居留号 9912345678 呢",
                    question("多久"), null, list("").passages()));
            assertThat(server.asked().getFirst().toString()).contains("多久").doesNotContain("12 34 56", "EA1234567",
                    "9912345678");
        }
    }

    @Test
    void withoutTheSettingThereIsNothingThatCouldSpeakToAServer() {
        ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(ChooserConfiguration.class)
                .withBean(ConfigFolder.class, () -> new ConfigFolder(Path.of("config")))
                .withBean(HandClock.class, HandClock::new);
        for (String set : List.of("juliu.chooser.model=reader", "juliu.chooser.url=")) {
            app.withPropertyValues(set).run(context -> assertThat(context).hasNotFailed()
                    .doesNotHaveBean(fr.juliu.decide.Chooser.class).doesNotHaveBean(RestClient.class)
                    .doesNotHaveBean(RestClient.Builder.class));
        }
        app.withPropertyValues("juliu.chooser.url=https://reader.example", "juliu.chooser.model=reader")
                .run(context -> assertThat(context).hasSingleBean(fr.juliu.decide.Chooser.class)
                        .getBean(fr.juliu.decide.Chooser.class).extracting(fr.juliu.decide.Chooser::host)
                        .isEqualTo("reader.example"));
        app.withPropertyValues("juliu.chooser.url=https://reader.example")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("juliu.chooser.model is empty"));
    }

    @ParameterizedTest
    @CsvSource({"https://api.deepseek.com, https://api.deepseek.com/v1/chat/completions",
            "http://127.0.0.1:11434/v1/, http://127.0.0.1:11434/v1/chat/completions",
            "https://a.example/compatible-mode/v1, https://a.example/compatible-mode/v1/chat/completions",
            "https://a.example/x/chat/completions, https://a.example/x/chat/completions"})
    void theAddressMayBeThatOfTheServerOrOfItsInterface(URI url, URI endpoint) {
        ChooserSettings settings = new ChooserSettings(url, "m", "", BRIEF, 0, ChooserSettings.When.UNSURE);
        assertThat(settings.endpoint()).isEqualTo(endpoint);
        assertThat(settings.toString()).doesNotContain("key");
    }

    private ServerChooser chooser(ChooserSettings settings) {
        return new ServerChooser(settings, PROMPTS,
                (choice, known, took) -> heard.add((known && !(choice instanceof Choice.Unread) ? "known " : "")
                        + choice.name()),
                clock, told::add);
    }

    static Shortlist list(String question) {
        return new Shortlist(question, "", question(question), null,
                List.of(new Shortlist.Passage("学生", "a.md", "提前多久续", "到期前四个月。"),
                        new Shortlist.Passage("学生", "a.md", "学生打工", "964 小时。")));
    }

    static Question question(String words) {
        return new Question(words, List.of(), Map.of(), Set.of(), Phase.ANY, null, null, false, true, List.of(),
                List.of(), false);
    }
}
