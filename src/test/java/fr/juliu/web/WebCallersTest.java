package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What one caller of the web can learn of another, and do in his name: nothing. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.trusted-proxies=127.0.0.1,::1")
final class WebCallersTest {

    private static final String LAN = "198.51.100.7";
    private static final String MALLORY = "203.0.113.9";
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String SINCE = "什么时候开始的";

    @LocalServerPort
    private int port;
    private Client client = new Client(0);

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

    private JsonNode ask(String from, String question, @Nullable String conversation) {
        Map<String, Object> asked = new HashMap<>(Map.of("question", question, "explain", true));
        if (conversation != null) {
            asked.put("conversation", conversation);
        }
        HttpResponse<String> response = post("/api/ask", from, asked);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.JSON.readTree(response.body());
    }

    private HttpResponse<String> post(String path, String from, Map<String, ?> body) {
        return client.post(path, Client.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8),
                "X-Forwarded-For", from);
    }

    private static String text(JsonNode answer) {
        return answer.path("text").asString();
    }
}
