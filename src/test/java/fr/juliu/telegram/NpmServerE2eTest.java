package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole app with a Bot API server that others wrote. */
@Tag("integration")
final class NpmServerE2eTest {

    @TempDir
    private Path data = Path.of("");

    @Test
    void questionsButtonsAndCommandsGoThroughAndARestartLosesNothing() {
        try (NpmTelegramServer server = new NpmTelegramServer()) {
            try (App app = app(server)) {
                server.send("学生居留能网上申请吗");
                JsonNode answer = answer(server);
                assertThat(text(answer)).startsWith("<b>可以。</b>学生 étudiant：2020 年 9 月起可以在 ANEF 网上办。");
                server.command("/id");
                assertThat(text(answer(server))).isEqualTo("您的号码：77");
                app.awaitNothingWaiting();
                server.press(answer.path("messageId").asInt(0), related(answer));
                assertThat(text(answer(server))).contains("截至");
                app.awaitNothingWaiting();
            }
            server.send("游客居留能网上申请吗");
            server.command("/source");
            try (App app = app(server)) {
                assertThat(text(answer(server))).contains("2021 年 9 月起");
                app.awaitNothingWaiting();
                server.send("人才护照居留能网上申请吗");
                assertThat(told(server, 6)).satisfiesExactly(first -> assertThat(first).contains("学生 étudiant"),
                        id -> assertThat(id).startsWith("您的号码"), related -> assertThat(related).contains("截至"),
                        visitor -> assertThat(visitor).contains("游客 visiteur"),
                        source -> assertThat(source).contains("资料和来源"),
                        talent -> assertThat(talent).contains("人才护照 passeport-talent"));
                app.awaitNothingWaiting();
                assertThat(told(server, 6)).hasSize(6);
            }
        }
    }

    private App app(NpmTelegramServer server) {
        return new App(server.url(), server.token(), data, App.UNLIMITED);
    }

    private static JsonNode answer(NpmTelegramServer server) {
        return server.answers().path(0);
    }

    private static String text(JsonNode answer) {
        return answer.path("message").path("text").asString("");
    }

    /** What the button of the first related question says. */
    private static String related(JsonNode answer) {
        JsonNode markup = answer.path("message").path("reply_markup");
        JsonNode keyboard = (markup.isString() ? Json.read(markup.asString(""), "markup") : markup)
                .path("inline_keyboard");
        return keyboard.path(1).path(0).path("callback_data").asString("");
    }

    /** All that the bot said, once it is at least so much. */
    private static List<String> told(NpmTelegramServer server, int least) {
        List<String> told = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (told.size() < least && System.nanoTime() < until) {
            told.clear();
            server.history().forEach(update -> {
                if (update.path("message").has("chat_id")) {
                    told.add(text(update));
                }
            });
        }
        return told;
    }
}
