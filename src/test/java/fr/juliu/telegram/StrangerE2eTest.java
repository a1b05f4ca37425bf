package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody on the web can learn and change of the talks that others have in Telegram: nothing. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StrangerE2eTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final FakeUser LAN = FakeUser.person(781, "兰");
    private static final FakeUser MING = FakeUser.person(782, "明");
    private static final String EXPIRED = "我的居留9912345678过期了怎么办 护照E12345678";
    private static final String HOW_LONG = "那要多久";

    private final FakeBotApi telegram = new FakeBotApi();
    private final Talk lan = new Talk(telegram, telegram.privateChat(LAN));
    private final Talk ming = new Talk(telegram, telegram.privateChat(MING));
    private App app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.limit.person=0", "--juliu.knowledge=knowledge");
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram:781", "telegram:781#", "telegram:781#null", "781"})
    void nothingOfATalkIsRead(String guessed) {
        assertThat(lan.ask(LAN, EXPIRED).text()).isNotBlank();
        JsonNode guess = ask(HOW_LONG, guessed);
        assertThat(told(guess)).isEqualTo(told(ask(HOW_LONG, null)));
        assertThat(guess.path("explain").path("understood").asString()).isEqualTo(HOW_LONG);
        assertThat(guess.toString()).doesNotContain("9912345678", "E12345678", "e12345678", "过期", "护照");
    }

    @Test
    void nothingIsWrittenIntoATalk() {
        assertThat(ming.ask(MING, "学生居留能网上申请吗").text()).contains("学生");
        assertThat(ask("游客居留能网上申请吗", "telegram:782").path("text").asString()).contains("游客");
        assertThat(ming.ask(MING, "什么时候开始的").text()).contains("学生").doesNotContain("游客");
    }

    /** An answer without what tells it from others to the same question. */
    private static ObjectNode told(JsonNode answer) {
        return ((ObjectNode) answer).deepCopy().without("id");
    }

    private JsonNode ask(String question, @Nullable String conversation) {
        Map<String, Object> asked = new HashMap<>(Map.of("question", question, "explain", true));
        if (conversation != null) {
            asked.put("conversation", conversation);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(app.web("/api/ask"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(asked))).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
