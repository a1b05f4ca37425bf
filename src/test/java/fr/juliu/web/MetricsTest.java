package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the operator's Prometheus reads: that it moves, that no more is told, and that all that reads it finds it. */
final class MetricsTest extends OperatorCase {

    private static final Path MONITORING = Path.of("config/monitoring");
    private static final Pattern NAME = Pattern.compile("\\b(?:juliu|http|jvm|process|system|disk|tomcat)_[a-z_]+\\b");
    private static final Pattern RULE = Pattern.compile("(?m)^ *expr: (.+)$");
    private static final Pattern OURS = Pattern.compile("`(juliu_[a-z_]+)`");
    private static final FakeUser MING = FakeUser.person(61, "明");
    private static final FakeUser HUA = FakeUser.person(62, "花");

    @Test
    void anAnswerIsCountedAndTimedAndAKeptOneIsAHit() {
        Scrape before = Scrape.of(port);
        for (int i = 0; i < 2; i++) {
            ask("法国的居留卡要不要随身带着走", "198.51.100.21");
        }
        Scrape after = Scrape.of(port);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answers_total", "edge=\"web\"",
                "outcome=\"section\""))).isGreaterThanOrEqualTo(2);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answer_seconds_count"))).isGreaterThanOrEqualTo(2);
        assertThat(after.sum("juliu_answer_seconds_sum")).isGreaterThan(before.sum("juliu_answer_seconds_sum"));
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answer_cache_total", "result=\"hit\"")))
                .isGreaterThanOrEqualTo(1);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answer_cache_total", "result=\"miss\"")))
                .isGreaterThanOrEqualTo(1);
        assertThat(after.text()).doesNotContain("居留", "随身", "198.51.100", "好文章", "good.md");
    }

    @Test
    void whoAsksTooMuchIsCounted() {
        Scrape before = Scrape.of(port);
        for (int i = 0; i < 4; i++) {
            ask("居留卡", "198.51.100.22");
        }
        assertThat(moved(before, Scrape.of(port), scrape -> scrape.sum("juliu_requests_shed_total",
                "reason=\"limit\""))).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsCounted() {
        Scrape before = Scrape.of(port);
        assertThat(new Client(port).post("/api/ask", new byte[70_000]).statusCode()).isEqualTo(413);
        assertThat(moved(before, Scrape.of(port), scrape -> scrape.sum("juliu_requests_shed_total",
                "reason=\"large\""))).isGreaterThanOrEqualTo(1);
    }

    @Test
    void knowledgeAndStoreAreTold() {
        Scrape now = Scrape.of(port);
        assertThat(now.sum("juliu_edition_articles")).isEqualTo(1);
        assertThat(now.sum("juliu_edition_problems")).isPositive();
        assertThat(now.sum("juliu_facts_due", "reason=\"aged\"")).isEqualTo(1);
        assertThat(now.sum("juliu_edition_made_timestamp_seconds")).isBetween(time() - 86_400.0, time() + 1.0);
        assertThat(now.sum("juliu_store_size_bytes")).isGreaterThan(10_000);
        assertThat(now.sum("juliu_store_up")).isEqualTo(1);
        assertThat(now.sum("juliu_model_up")).isEqualTo(1);
        assertThat(now.sum("juliu_connections_open")).isPositive();
    }

    @Test
    void whatTelegramTakesLateOrNotAtAllIsCounted() {
        Scrape before = Scrape.await(port, scrape -> scrape.sum("juliu_telegram_up") == 1);
        assertThat(before.sum("juliu_telegram_last_poll_timestamp_seconds")).isBetween(time() - 86_400.0, time() + 1.0);
        TELEGRAM.faults().forbidden("sendMessage", 1, "bot was blocked by the user");
        TELEGRAM.privateChat(MING).say(MING, "居留卡要不要随身带");
        Scrape.await(port, scrape -> moved(before, scrape,
                all -> all.sum("juliu_telegram_refused_total", "reason=\"shut_out\"")) >= 1);
        TELEGRAM.faults().tooMany("sendMessage", 1, 1);
        FakeChat chat = TELEGRAM.privateChat(HUA);
        chat.say(HUA, "居留卡要不要随身带");
        Scrape after = Scrape.await(port, scrape -> moved(before, scrape,
                all -> all.sum("juliu_telegram_retries_total", "reason=\"flood\"")) >= 1);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answers_total", "edge=\"telegram\"")))
                .isGreaterThanOrEqualTo(2);
        Scrape.await(port, scrape -> chat.sentCount() > 0 && scrape.sum("juliu_telegram_messages_waiting") == 0);
    }

    @Test
    void whatWeChatSendsAgainIsCounted() {
        Scrape before = Scrape.of(port);
        String message = "<xml><ToUserName>gh_1</ToUserName><FromUserName>openid_operator</FromUserName><CreateTime>"
                + time()
                + "</CreateTime><MsgType>text</MsgType><Content>居留卡要不要随身带</Content><MsgId>2300000000000061</MsgId></xml>";
        for (String nonce : new String[]{"61001", "61002"}) {
            assertThat(new Client(port).post("/wechat?" + signed(nonce), message.getBytes(StandardCharsets.UTF_8))
                    .statusCode()).isEqualTo(200);
        }
        Scrape after = Scrape.of(port);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_wechat_repeats_total"))).isEqualTo(1);
        assertThat(moved(before, after, scrape -> scrape.sum("juliu_answers_total", "edge=\"wechat\""))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/%70rometheus", "/actuator/prometheus/",
            "/actuator/prometheus?name=x"})
    void nobodyElseLearnsThatThereIsAny(String path) {
        assertThat(new Client(port).get(path, "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(404);
        assertThat(new Client(port).get(path, "Via", "1.1 proxy").body()).doesNotContain("juliu_");
    }

    @Test
    void everyNameThatIsReadOrExplainedIsThere() throws IOException {
        ask("居留卡", "198.51.100.23");
        Set<String> there = Scrape.of(port).names();
        Set<String> read = new TreeSet<>();
        expressions().forEach(expression -> NAME.matcher(expression).results().forEach(name -> read.add(name.group())));
        assertThat(read).hasSizeGreaterThan(20).isSubsetOf(there);

        String guide = Files.readString(Path.of("docs/OPERATING.md"));
        Set<String> explained = OURS.matcher(guide).results().map(name -> name.group(1)).collect(Collectors.toSet());
        Set<String> ours = there.stream().filter(name -> name.startsWith("juliu_"))
                .map(name -> name.replaceFirst("^(juliu_answer_seconds)_(bucket|count|sum|max)$", "$1"))
                .collect(Collectors.toSet());
        assertThat(explained).isEqualTo(ours);
    }

    /** Those of the dashboard and of the alerts. */
    private static Stream<String> expressions() throws IOException {
        JsonNode dashboard = Client.JSON.readTree(Files.readString(MONITORING.resolve("grafana.json")));
        Stream.Builder<String> all = Stream.builder();
        dashboard.findValues("expr").forEach(expression -> all.add(expression.asString()));
        RULE.matcher(Files.readString(MONITORING.resolve("alerts.yml"))).results()
                .forEach(rule -> all.add(rule.group(1)));
        return all.build();
    }

    private void ask(String question, String address) {
        new Client(port).ask(Client.JSON.writeValueAsString(Map.of("question", question)), "X-Forwarded-For", address);
    }

    private static double moved(Scrape before, Scrape after, ToDoubleFunction<Scrape> figure) {
        return figure.applyAsDouble(after) - figure.applyAsDouble(before);
    }

    private static long time() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    /** The query of a message as WeChat signs it. */
    private static String signed(String nonce) {
        String time = String.valueOf(time());
        String words = Stream.of(WECHAT_TOKEN, time, nonce).sorted().collect(Collectors.joining());
        try {
            String signature = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(words.getBytes(StandardCharsets.UTF_8)));
            return "signature=" + signature + "&timestamp=" + time + "&nonce=" + nonce;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
