package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole app where Telegram sends the updates, over HTTP both ways. */
@Tag("integration")
final class WebhookE2eTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final String SECRET = "only-Telegram_knows";

    @TempDir
    private Path data = Path.of("");

    @Test
    void updatesAreTakenFromWhoeverKnowsTheSecretAlone() throws IOException, InterruptedException {
        int port = freePort();
        try (FakeBotApi telegram = new FakeBotApi();
                App app = new App(telegram, data, "--juliu.telegram.mode=webhook", "--server.port=" + port,
                        "--juliu.public-url=http://127.0.0.1:" + port, "--juliu.telegram.webhook-secret=" + SECRET)) {
            Talk talk = new Talk(telegram, telegram.privateChat(MING));
            assertThat(telegram.awaitCalls("setWebhook", 1, SOON)).isTrue();
            assertThat(talk.ask(MING, "学生居留能网上申请吗").text()).contains("2020 年 9 月起");
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(telegram.calls("getUpdates")).isZero();

            assertThat(post(app, null, update(1))).isEqualTo(401);
            assertThat(post(app, "only-Telegram_know", update(2))).isEqualTo(401);
            assertThat(post(app, SECRET, "no JSON")).isEqualTo(400);
            assertThat(post(app, SECRET, update(3))).isEqualTo(200);
            assertThat(post(app, SECRET, update(3))).isEqualTo(200);
            assertThat(talk.next().text()).contains("2021 年 9 月");
            assertThat(talk.ask(MING, "/id").text()).contains("5");
        }
    }

    private static int post(App app, @Nullable String secret, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.web("/telegram"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String update(int id) {
        String person = "{\"id\": 5, \"type\": \"private\", \"first_name\": \"明\"}";
        return "{\"update_id\": " + id + ", \"message\": {\"message_id\": 90" + id + ", \"date\": "
                + System.currentTimeMillis() / 1000 + ", \"chat\": " + person
                + ", \"from\": {\"id\": 5, \"is_bot\": false, \"first_name\": \"明\"}, \"text\": \"游客居留能网上申请吗\"}}";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
