package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What one caller of the web can learn of another, and do in his name: nothing. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.trusted-proxies=127.0.0.1,::1")
final class WebCallersTest {

    private static final String LAN = "198.51.100.7";
    private static final String MALLORY = "203.0.113.9";
    /** As many digits as a time has in ids that are made one after the other. */
    private static final int TIME = 12;
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String SINCE = "什么时候开始的";

    @LocalServerPort
    private int port;
    private Client client = new Client(0);

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "c1", "telegram:781", "我的"})
    void aNameThatOthersMayGuessIsAnotherTalkElsewhere(String name) {
        ask(LAN, STUDENT, name);
        assertThat(ask(MALLORY, SINCE, name).path("text").asString()).isEqualTo(text(ask(MALLORY, SINCE, null)));
        ask(MALLORY, "游客居留能网上申请吗", name);
        assertThat(text(ask(LAN, SINCE, name))).contains("学生").doesNotContain("游客");
    }

    @Test
    void aNameThatNobodyGuessesGoesAlongToAnotherNetwork() {
        String secret = UUID.randomUUID().toString();
        for (String name : new String[]{secret, secret.replace("-", "")}) {
            ask(LAN, STUDENT, name);
            assertThat(text(ask("198.51.100.8", SINCE, name))).contains("学生");
        }
    }

    @Test
    void anExplanationIsOfTheQuestionAloneAndHoldsNoNumber() {
        String first = "我是学生，居留号9912345678，护照E12345678，能网上申请吗";
        JsonNode answer = ask(LAN, first, "mine");
        assertThat(answer.path("question").asString()).as("carried over").isEqualTo(first);
        assertThat(answer.path("explain").path("understood").asString()).contains("学生").doesNotContain("99123", "e123");
        JsonNode followUp = ask(LAN, SINCE, "mine");
        assertThat(text(followUp)).contains("学生");
        assertThat(followUp.has("explain")).as("it leans on what was asked before").isFalse();
        assertThat(followUp.toString()).doesNotContain("9912345678", "E12345678", "e12345678");
        JsonNode whole = ask(LAN, "游客居留能网上申请吗", "mine");
        assertThat(whole.path("explain").path("understood").asString()).isEqualTo("游客居留能网上申请吗");
    }

    @Test
    void anIdIsNotGuessedFromOthers() {
        Set<String> beginnings = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String id = ask(LAN, STUDENT, null).path("id").asString();
            assertThat(id).as("128 bits").matches("[0-9a-f]{32}");
            beginnings.add(id.substring(0, 8));
            ends.add(id.substring(24));
        }
        assertThat(beginnings).hasSize(50);
        assertThat(ends).hasSize(50);
    }

    @Test
    void anAnswerIsNotFoundFromTheIdOfAnother() {
        ask(LAN, STUDENT, null);
        String own = ask(MALLORY, STUDENT, null).path("id").asString();
        String id = ask(LAN, STUDENT, null).path("id").asString();
        long start = Long.parseLong(own.substring(0, TIME), Character.MAX_RADIX);
        for (int milli = 1; milli < 400; milli++) {
            String time = "0".repeat(TIME) + Long.toString(start + (milli << 15), Character.MAX_RADIX);
            assertThat(judge(MALLORY, time.substring(time.length() - TIME) + own.substring(TIME))).as("try " + milli)
                    .isEqualTo(404);
        }
        assertThat(judge(LAN, id)).isEqualTo(204);
    }

    @Test
    void anIdThatACallerChoseIsHisAlone() {
        Map<String, Object> asked = new HashMap<>(Map.of("question", STUDENT, "id", "q7"));
        post("/api/ask", LAN, asked);
        assertThat(judge(MALLORY, "q7")).isEqualTo(404);
        assertThat(judge(LAN, "q7")).isEqualTo(204);
    }

    private JsonNode ask(String from, String question, @Nullable String conversation) {
        Map<String, Object> asked = new HashMap<>(Map.of("question", question, "explain", true));
        if (conversation != null) {
            asked.put("conversation", conversation);
        }
        HttpResponse<String> response = post("/api/ask", from, asked);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.JSON.readTree(response.body());
    }

    private int judge(String from, String id) {
        return post("/api/feedback", from, Map.of("id", id, "useful", false)).statusCode();
    }

    private HttpResponse<String> post(String path, String from, Map<String, ?> body) {
        return client.post(path, Client.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8),
                "X-Forwarded-For", from);
    }

    private static String text(JsonNode answer) {
        return answer.path("text").asString();
    }
}
