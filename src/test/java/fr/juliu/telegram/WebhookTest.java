package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Reception;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole app in webhook mode, with another mind. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@DirtiesContext
final class WebhookTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String SECRET = "a_Secret-1";
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeBotApi TELEGRAM = new FakeBotApi();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder = Path.of("");
    private static int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Mind {

        @Bean
        @Primary
        Reception echo() {
            return Bot::echo;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        settings.add("server.port", () -> port);
        settings.add("juliu.data", () -> folder);
        settings.add("juliu.public-url", () -> "http://127.0.0.1:" + port + "/");
        settings.add("juliu.operators", () -> "127.0.0.1");
        settings.add("juliu.telegram.token", () -> FakeBotApi.TOKEN);
        settings.add("juliu.telegram.api-url", TELEGRAM::url);
        settings.add("juliu.telegram.mode", () -> "webhook");
        settings.add("juliu.telegram.webhook-secret", () -> SECRET);
    }

    @AfterAll
    static void close() {
        TELEGRAM.close();
    }

    @Test
    void updatesThatTelegramSendsAreAnswered() throws Exception {
        FakeChat chat = TELEGRAM.privateChat(MING);
        assertThat(TELEGRAM.awaitCalls("setWebhook", 1, SOON)).isTrue();
        int before = chat.sentCount();
        chat.say(MING, "学生居留");
        assertThat(chat.awaitLast(before + 1, SOON).text()).isEqualTo("学生居留");
        assertThat(TELEGRAM.awaitConfirmed(TELEGRAM.lastUpdate(), SOON)).isTrue();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .build();
        assertThat(HTTP.send(health, BodyHandlers.ofString()).body()).contains("\"telegram\"", "\"mode\":\"webhook\"",
                "\"state\":\"ok\"", "\"messages waiting\":");
    }

    @Test
    void onlyWhoKnowsTheSecretIsHeard() throws Exception {
        assertThat(TELEGRAM.awaitCalls("setWebhook", 1, SOON)).isTrue();
        assertThat(post(update(800_000_001), null)).isEqualTo(401);
        assertThat(post(update(800_000_001), "")).isEqualTo(401);
        assertThat(post(update(800_000_001), SECRET + "x")).isEqualTo(401);
        assertThat(post("junk", "another")).isEqualTo(401);
        assertThat(post(update(800_000_001), SECRET)).isEqualTo(200);
    }

    @Test
    void junkIsRefused() throws Exception {
        assertThat(post("junk", SECRET)).isEqualTo(400);
        assertThat(post("", SECRET)).isEqualTo(400);
        assertThat(post("null", SECRET)).isEqualTo(400);
        assertThat(post("[]", SECRET)).isEqualTo(400);
        assertThat(post("{\"update_id\": \"x\"}", SECRET)).isEqualTo(400);
        assertThat(post("[".repeat(20_000), SECRET)).isEqualTo(400);
        assertThat(post("\"" + "x".repeat(1024 * 1024) + "\"", SECRET)).isEqualTo(413);
        assertThat(post("{\"update_id\": 800000002, \"message\": 7}", SECRET)).isEqualTo(200);
    }

    @Test
    void whatIsNotStoredIsSentAgain() {
        AtomicInteger tries = new AtomicInteger();
        var controller = new WebhookController(SECRET, update -> tries.incrementAndGet() < 3
                ? CompletableFuture.failedFuture(new IllegalStateException("the disk is full"))
                : CompletableFuture.completedFuture(null));
        assertThat(
                controller.handled(BotQueries.update(BotQueries.JSON.createObjectNode().put("update_id", 1))).value())
                .isEqualTo(500);
        assertThat(
                controller.handled(BotQueries.update(BotQueries.JSON.createObjectNode().put("update_id", 1))).value())
                .isEqualTo(500);
        assertThat(
                controller.handled(BotQueries.update(BotQueries.JSON.createObjectNode().put("update_id", 1))).value())
                .isEqualTo(200);
    }

    private static String update(int id) {
        return "{\"update_id\": " + id + ", \"message\": {\"message_id\": 1, \"date\": 1720000000, "
                + "\"chat\": {\"id\": 9, \"type\": \"private\"}, \"text\": \"学生\", "
                + "\"from\": {\"id\": 9, \"is_bot\": false, \"first_name\": \"明\"}}}";
    }

    private static int post(String body, @Nullable String secret)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
