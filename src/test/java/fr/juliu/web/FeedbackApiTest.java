package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Person;
import fr.juliu.chat.Reception;
import fr.juliu.keep.Complaint;
import fr.juliu.store.FeedbackBox;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What readers say of answers over HTTP, and what the keeper then reads of it. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.admins=1", "juliu.limit.person=0"})
final class FeedbackApiTest {

    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String JORF = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043385041";

    @TempDir
    private static Path data = Path.of("");

    @LocalServerPort
    private int port;
    @Autowired
    private @Nullable Reception reception;
    @Autowired
    private @Nullable FeedbackBox box;
    @Autowired
    private @Nullable Clock clock;
    private Client client = new Client(0);

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry settings) {
        settings.add("juliu.data", data::toString);
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void everyAnswerHasAnIdToBeJudgedBy() {
        String id = client.answer(Map.of("question", STUDENT)).path("id").asString();
        assertThat(id).isNotBlank().isNotEqualTo(client.answer(Map.of("question", STUDENT)).path("id").asString());
        assertThat(client.feedback(Map.of("id", id, "useful", true)).statusCode()).isEqualTo(204);
        JsonNode numbered = client.answer(Map.of("question", STUDENT, "id", 7));
        assertThat(numbered.path("id").asString()).isEqualTo("7");
        assertThat(client.feedback(Map.of("id", 7, "useful", true)).statusCode()).isEqualTo(204);
    }

    @Test
    void aSectionOfAnArticleIsJudgedOnItsPage() {
        String page = client.answer(Map.of("question", STUDENT)).path("page").asString();
        assertThat(client.feedback(Map.of("page", page, "useful", false, "reason", "outdated")).statusCode())
                .isEqualTo(204);
        assertThat(client.feedback(Map.of("page", page, "useful", false, "reason", "wrong")).statusCode())
                .isEqualTo(204);
        assertThat(Objects.requireNonNull(box).since(Instant.EPOCH))
                .filteredOn(given -> given.outcome().equals("read")).singleElement().satisfies(given -> {
                    assertThat(given.question()).startsWith("《在线申请法国外国人居留》");
                    assertThat(given.reason()).isEqualTo("wrong");
                });
        assertThat(client.feedback(Map.of("page", "/a/nothing#x", "useful", true)).statusCode()).isEqualTo(404);
        assertThat(client.feedback(Map.of("page", "x".repeat(1001), "useful", true)).statusCode()).isEqualTo(400);
        assertThat(client.feedback(Map.of("useful", true)).statusCode()).isEqualTo(400);
    }

    @Test
    void aLaterWordReplacesTheEarlier() {
        String id = ask(STUDENT);
        String before = stats();
        say(id, true, null);
        say(id, false, "wrong");
        say(id, false, "unclear");
        assertThat(useless(stats())).isEqualTo(useless(before) + 1);
        assertThat(times(stats(), Complaint.WRONG)).isEqualTo(times(before, Complaint.WRONG));
        assertThat(times(stats(), Complaint.UNCLEAR)).isEqualTo(times(before, Complaint.UNCLEAR) + 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyComplaintIsCountedForTheKeeperByKeyAndByWord(Complaint complaint) {
        int before = times(stats(), complaint);
        say(ask(STUDENT), false, complaint.key());
        say(ask(STUDENT), false, "这条" + complaint.label());
        assertThat(times(stats(), complaint)).isEqualTo(before + 2);
    }

    @Test
    void whatIsOutdatedReachesTheKeeperWithItsLink() {
        Map<String, Object> word = new HashMap<>(
                Map.of("id", ask("游客居留能网上申请吗"), "useful", false, "reason", "outdated", "link", JORF));
        assertThat(client.feedback(word).statusCode()).isEqualTo(204);
        assertThat(stats()).contains("「游客居留能网上申请吗」过时了　" + JORF);
        word.remove("reason");
        word.put("link", "http://example.org/newer");
        assertThat(client.feedback(word).statusCode()).isEqualTo(204);
        assertThat(stats()).contains("过时了　http://example.org/newer").doesNotContain(JORF);
    }

    @Test
    void freeTextIsKeptWithoutPrivateNumbers() {
        say(ask(STUDENT), false, "我的居留号是 9912345678\u0000，还是不行");
        assertThat(stats()).contains("我的居留号是 〔号码〕 ，还是不行").doesNotContain("9912345678");
    }

    @Test
    void theNewestAnswerOfAnIdIsMeant() {
        client.answer(Map.of("question", STUDENT, "id", "twice"));
        client.answer(Map.of("question", "医生居留能网上申请吗", "id", "twice"));
        say("twice", false, "我问的不是这个");
        assertThat(stats()).contains("「医生居留能网上申请吗」我问的不是这个");
    }

    @Test
    void anIdOfAnyLengthIsRecognised() {
        String id = "长".repeat(15_000) + UUID.randomUUID();
        client.answer(Map.of("question", STUDENT, "id", id));
        say(id, true, null);
    }

    @Test
    void smallTalkSaysWhatItIs() {
        assertThat(client.answer(Map.of("question", "你好")).path("reason").asString()).isEqualTo("greeting");
        assertThat(client.answer(Map.of("question", STUDENT)).has("reason")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "nobody", "useful": true}                                        | 404 | 没有找到这条回答
            {"useful": true}                                                        | 400 | id
            {"id": {}, "useful": true}                                              | 400 | id 要是文字或数字
            {"id": "a"}                                                             | 400 | useful 要写 true
            {"id": "a", "useful": "yes"}                                            | 400 | useful 要写 true
            {"id": "a", "useful": null}                                             | 400 | useful 要写 true
            {"id": "a", "useful": false, "reason": 7}                               | 400 | reason 要是一段文字
            {"id": "a", "useful": false, "link": ["https://a.org"]}                 | 400 | link 要是一段文字
            {"id": "a", "useful": false, "link": "javascript:alert(1)"}             | 400 | https://
            {"id": "a", "useful": false, "link": "a.org/b"}                         | 400 | https://
            {"id": "a", "useful": false, "link": "https://u:p@a.org/"}              | 400 | https://
            {"id": "a", "useful": false, "link": "https://a.org/a b"}               | 400 | https://
            []                                                                      | 400 | JSON 对象
            useful                                                                  | 400 | JSON
            """)
    void badWordsAreRefusedInChinese(String body, int status, String words) {
        AskApiTest.assertRefused(post(body), status, words);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String id = ask(STUDENT);
        say(id, false, "😀".repeat(300));
        AskApiTest.assertRefused(client.feedback(Map.of("id", id, "useful", false, "reason", "字".repeat(301))), 400,
                "最多 300 个字，现在有 301 个");
        AskApiTest.assertRefused(client.feedback(
                Map.of("id", id, "useful", false, "link", "https://a.org/" + "a".repeat(487))), 400, "最多 500");
        AskApiTest.assertRefused(client.post("/api/feedback", new byte[70_000]), 413, "64 KB");
        AskApiTest.assertRefused(client.get("/api/feedback"), 405, "POST");
    }

    private String ask(String question) {
        return client.answer(Map.of("question", question)).path("id").asString();
    }

    private void say(String id, boolean useful, @Nullable String reason) {
        Map<String, Object> word = new HashMap<>(Map.of("id", id, "useful", useful));
        if (reason != null) {
            word.put("reason", reason);
        }
        HttpResponse<String> response = client.feedback(word);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    private HttpResponse<String> post(String body) {
        return client.post("/api/feedback", body.getBytes(StandardCharsets.UTF_8));
    }

    private static int useless(String stats) {
        return number(stats, "👎 ");
    }

    private static int times(String stats, Complaint complaint) {
        return number(stats, "• " + complaint.label() + "　");
    }

    private static int number(String text, String before) {
        return text.lines().filter(line -> line.contains(before))
                .map(line -> line.substring(line.indexOf(before) + before.length())).filter(end -> end.matches("\\d+"))
                .mapToInt(Integer::parseInt).findFirst().orElse(0);
    }

    /** What the keeper's /stats tells. */
    private String stats() {
        var chat = new Chat("telegram:1", Chat.Kind.PRIVATE, null);
        String key = "telegram:" + UUID.randomUUID();
        return Objects.requireNonNull(reception).receive(new Incoming.Message(key, chat,
                new Person("telegram:1", "K", false), key, "/stats", Objects.requireNonNull(clock).instant(), true,
                false, null)).stream().filter(Outgoing.Send.class::isInstance).map(Outgoing.Send.class::cast)
                .map(send -> send.text().plain()).findFirst().orElseThrow();
    }
}
