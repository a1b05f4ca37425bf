package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class AskApiTest {

    private static final String STUDENT = "学生居留能网上申请吗";

    @LocalServerPort
    private int port;
    private Client client = new Client(0);

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void aQuestionIsAnsweredWithItsSourceAndDate() {
        JsonNode answer = client.answer(Map.of("question", STUDENT, "id", "q1"));
        assertThat(answer.path("id").asString()).isEqualTo("q1");
        assertThat(answer.path("question").asString()).isEqualTo(STUDENT);
        assertThat(answer.path("outcome").asString()).isEqualTo("listed");
        assertThat(answer.path("text").asString()).startsWith("可以");
        assertThat(answer.path("asOf").asString()).matches("\\d{4}-\\d{2}");
        assertThat(answer.path("sources").isEmpty()).isFalse();
        assertThat(answer.has("explain")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200F", "\u202E", "\uFE0F",
            "\u3164", "\u180E", "\u2028", "\uDB40\uDC41", "\uDB40\uDC7F", "\u2067", "\u115F", "\u0336", "\u2029"})
    void whatNobodySeesInAWordChangesNothing(String unseen) {
        JsonNode answer = client.answer(Map.of("question", "学" + unseen + "生居留能网" + unseen + "上申请吗"));
        assertThat(answer.path("outcome").asString()).isEqualTo("listed");
        assertThat(answer.path("rollout").path(0).path("permit").asString()).contains("学生");
        assertThat(answer.path("text").asString())
                .isEqualTo(client.answer(Map.of("question", STUDENT)).path("text").asString());
    }

    @Test
    void anAnswerExplainsItselfWhenAsked() {
        assertThat(client.answer(Map.of("question", STUDENT, "explain", true)).has("explain")).isTrue();
    }

    @Test
    void aConversationKeepsWhatWasAsked() {
        Map<String, String> follow = Map.of("question", "那游客呢", "conversation", "c1");
        client.answer(Map.of("question", STUDENT, "conversation", "c1"));
        assertThat(client.answer(follow).path("text").asString()).contains("游客");
        assertThat(client.answer(follow).path("outcome").asString()).isIn("listed", "not-listed");
    }

    @Test
    void conversationsDoNotMixAndNoneHasNoMemory() {
        client.answer(Map.of("question", STUDENT, "conversation", "c2"));
        client.answer(Map.of("question", STUDENT, "conversation", ""));
        String alone = client.answer(Map.of("question", "那首次呢")).path("outcome").asString();
        assertThat(client.answer(Map.of("question", "那首次呢", "conversation", "c3")).path("outcome").asString())
                .isEqualTo(alone);
        assertThat(client.answer(Map.of("question", "那首次呢", "conversation", "")).path("outcome").asString())
                .isEqualTo(alone);
        assertThat(client.answer(Map.of("question", "那首次呢", "conversation", "c2")).path("outcome").asString())
                .isEqualTo("listed").isNotEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\\ud83d 学生\"", "\"\\u0000\\u0001\\u001b[2J\"", "\"😀😀👨‍👩‍👧\"",
            "\"<script>alert(1)</script>\"", "\"' OR 1=1 -- \\\" + * ( ) : ^ ~\"", "\"\\u202e\\ufeff\\ufffe\"",
            "\"%s%n${jndi:ldap://x}\""})
    void noTextBreaksIt(String question) {
        HttpResponse<String> response = client.ask("{\"question\": " + question + ", \"conversation\": " + question
                + ", \"id\": " + question + "}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.JSON.readTree(response.body()).path("text").asString()).isNotBlank();
    }

    @Test
    void aThousandCodePointsAreTaken() {
        assertThat(client.ask("{\"question\": \"" + "😀".repeat(1000) + "\"}").statusCode()).isEqualTo(200);
        assertRefused(client.ask("{\"question\": \"" + "学".repeat(1001) + "\"}"), 400, "最多 1000 个字，现在有 1001 个");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                | 没有收到问题
            {"question": null}                                | 没有收到问题
            {"question": ""}                                  | 问题是空的
            {"question": "  \\u3000\\u00a0\\n"}               | 问题是空的
            {"question": 7}                                   | question 要是一段文字
            {"question": ["学生"]}                            | question 要是一段文字
            {"question": {"text": "学生"}}                    | question 要是一段文字
            {"question": "学生", "id": {}}                    | id 要是文字或数字
            {"question": "学生", "conversation": 7}           | conversation 要是一段文字
            {"question": "学生", "explain": "yes"}            | explain 只能是
            {"question": "学生"                               | JSON
            question=学生                                     | JSON
            []                                                | JSON 对象
            "学生"                                            | JSON 对象
            null                                              | JSON 对象
            """)
    void badInputIsRefusedInChinese(String body, String words) {
        assertRefused(client.ask(body), 400, words);
    }

    @Test
    void emptyOrUnreadableBytesAreRefused() {
        assertRefused(client.ask(""), 400, "JSON");
        assertRefused(client.ask("{\"question\": \"学生\"}".getBytes(Charset.forName("GBK"))), 400, "UTF-8");
        assertRefused(client.ask("[".repeat(20_000)), 400, "JSON");
    }

    @Test
    void aConversationHasAtMost64Characters() {
        assertThat(client.ask("{\"question\": \"学生\", \"conversation\": \"" + "c".repeat(64) + "\"}").statusCode())
                .isEqualTo(200);
        assertRefused(client.ask("{\"question\": \"学生\", \"conversation\": \"" + "c".repeat(65) + "\"}"), 400, "64");
    }

    @Test
    void aHugeBodyIsRefused() {
        assertRefused(client.ask(new byte[5_000_000]), 413, "64 KB");
    }

    @Test
    void onlyJsonIsTaken() {
        assertRefused(client.send(client.to("/api/ask", "Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("学生"))), 415, "application/json");
        assertRefused(client.send(client.to("/api/ask").POST(BodyPublishers.noBody())), 415, "application/json");
    }

    @Test
    void onlyPostIsTaken() {
        HttpResponse<String> response = client.get("/api/ask");
        assertRefused(response, 405, "POST");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void otherPathsOfTheInterfaceAreRefusedAsProblems() {
        assertRefused(client.get("/api/nothing"), 404, "没有");
        assertRefused(client.get("/actuator/env"), 404, "没有");
    }

    static void assertRefused(HttpResponse<String> response, int status, String words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Client.JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).contains(words)
                .matches(text -> text.matches(".*[\\u4e00-\\u9fff].*"));
        assertThat(response.body()).doesNotContain("Exception", "at fr.juliu");
    }
}
