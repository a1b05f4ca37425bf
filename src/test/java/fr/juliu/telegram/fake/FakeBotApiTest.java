package fr.juliu.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.databind.JsonNode;

/** The fake Bot API server answers as the documentation says, and is as strict. */
final class FakeBotApiTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final FakeUser MING = FakeUser.person(5, "小明");
    private static final FakeUser HONG = FakeUser.person(6, "小红");

    private final FakeBotApi api = new FakeBotApi();
    private final FakeChat ming = api.privateChat(MING);
    private final FakeChat group = api.supergroup(-100_1, "在法华人").member(MING).creator(HONG);

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sendMessage | {"text": "x"} | 400 | Bad Request: chat_id is empty
            sendMessage | {"chat_id": 99, "text": "x"} | 400 | Bad Request: chat not found
            sendMessage | {"chat_id": 5} | 400 | Bad Request: message text is empty
            sendMessage | {"chat_id": 5, "text": "  "} | 400 | Bad Request: text must be non-empty
            sendMessage | {"chat_id": 5, "text": "<b>x", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"
            sendMessage | {"chat_id": 5, "text": "<b>x</i>", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
            sendMessage | {"chat_id": 5, "text": "居<p>x</p>", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Unsupported start tag "p" at byte offset 3
            sendMessage | {"chat_id": 5, "text": "x</b>", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Unexpected end tag at byte offset 1
            sendMessage | {"chat_id": 5, "text": "1 < 2", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Unclosed start tag at byte offset 2
            sendMessage | {"chat_id": 5, "text": "a & b", "parse_mode": "HTML"} | 400 | Bad Request: can't parse entities: Unescaped & at byte offset 2
            sendMessage | {"chat_id": 5, "text": "a &amp; b &lt; <a href=\\"https://a.fr/?a&amp;b\\">c</a>", "parse_mode": "HTML"} | 200 |
            sendMessage | {"chat_id": 5, "text": "1 < 2 & 3"} | 200 |
            sendMessage | {"chat_id": 5, "text": "x", "reply_parameters": {"message_id": 77}} | 400 | Bad Request: message to be replied not found
            sendMessage | {"chat_id": 5, "text": "x", "reply_parameters": {"message_id": 77, "allow_sending_without_reply": true}} | 200 |
            sendMessage | {"chat_id": 5, "text": "x", "message_thread_id": 3} | 400 | Bad Request: message thread not found
            sendMessage | {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}} | 400 | Bad Request: BUTTON_DATA_INVALID
            sendMessage | {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "居居居居居居居居居居居居居居居居居居居居居居"}]]}} | 400 | Bad Request: BUTTON_DATA_INVALID
            sendPhoto | {"chat_id": 5} | 400 | Bad Request: there is no photo in the request
            sendPhoto | {"chat_id": 5, "photo": "nothing"} | 400 | Bad Request: wrong file identifier/HTTP URL specified
            sendDocument | {"chat_id": 5, "document": "nothing"} | 400 | Bad Request: wrong file identifier/HTTP URL specified
            sendVideo | {"chat_id": 5} | 400 | Bad Request: there is no video in the request
            getFile | {"file_id": "nothing"} | 400 | Bad Request: invalid file_id
            editMessageText | {"chat_id": 5, "message_id": 77, "text": "x"} | 400 | Bad Request: message to edit not found
            deleteMessage | {"chat_id": 5, "message_id": 77} | 400 | Bad Request: message to delete not found
            pinChatMessage | {"chat_id": -1001, "message_id": 1} | 400 | Bad Request: not enough rights to manage pinned messages in the chat
            pinChatMessage | {"chat_id": 5, "message_id": 77} | 400 | Bad Request: message to pin not found
            getChatMember | {"chat_id": -1001, "user_id": 404} | 400 | Bad Request: user not found
            getChatAdministrators | {"chat_id": 5} | 400 | Bad Request: there are no administrators in the private chat
            sendChatAction | {"chat_id": 5, "action": "dancing"} | 400 | Bad Request: wrong parameter action in request
            answerCallbackQuery | {"callback_query_id": "1"} | 400 | Bad Request: query is too old and response timeout expired or query ID is invalid
            answerInlineQuery | {"inline_query_id": "1", "results": []} | 400 | Bad Request: query is too old and response timeout expired or query ID is invalid
            answerInlineQuery | {"inline_query_id": "1", "results": [{"type": "gif", "id": ""}]} | 400 | Bad Request: RESULT_ID_INVALID
            answerInlineQuery | {"inline_query_id": "1", "results": [{"type": "gif", "id": "1"}, {"type": "gif", "id": "1"}]} | 400 | Bad Request: RESULT_ID_DUPLICATE
            setMyCommands | {"commands": [{"command": "帮助", "description": "x"}]} | 400 | Bad Request: BOT_COMMAND_INVALID
            setMyCommands | {"commands": [{"command": "help", "description": ""}]} | 400 | Bad Request: BOT_COMMAND_DESCRIPTION_INVALID
            setMyCommands | {"commands": [{"command": "help", "description": "帮助"}], "scope": {"type": "all_group_chats"}} | 200 |
            setWebhook | {"url": "nowhere"} | 400 | Bad Request: bad webhook: An HTTPS URL must be provided for webhook
            setWebhook | {"url": "https://a.fr/", "secret_token": "居"} | 400 | Bad Request: secret token contains unallowed characters
            makeCoffee | {} | 404 | Not Found: method not found
            """)
    void refusesWhatTheRealOneRefuses(String method, String body, int status, String description) {
        HttpResponse<String> response = call(method, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(read(response).path("ok").asBoolean()).isEqualTo(status == 200);
        assertThat(read(response).path("description").asString("")).isEqualTo(description == null ? "" : description);
    }

    @Test
    void countsCharactersAfterParsing() {
        String most = "居".repeat(4096);
        assertThat(send(5, "<b>" + most + "</b>", "HTML")).isEqualTo("");
        assertThat(send(5, most + "x", "HTML")).isEqualTo("Bad Request: message is too long");
        assertThat(ming.sent()).hasSize(1);
        assertThat(ming.sent().getFirst().text()).isEqualTo(most);
    }

    @Test
    void knowsItsTokenAndItsAddresses() {
        assertThat(post(api.url() + "/bot1:x/getMe", "{}").statusCode()).isEqualTo(401);
        assertThat(post(api.url() + "/getMe", "{}").statusCode()).isEqualTo(404);
        assertThat(call("GETME", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void repeatsUpdatesUntilTheyAreConfirmed() {
        ming.say(MING, "/start@juliu_bot 你好");
        int first = api.lastUpdate();
        ming.by(MING).at(Instant.EPOCH).text("然后呢");

        JsonNode updates = result("getUpdates", "{\"timeout\": 5}");
        assertThat(updates).hasSize(2);
        JsonNode mark = updates.path(0).path("message").path("entities").path(0);
        assertThat(mark.path("type").asString("")).isEqualTo("bot_command");
        assertThat(mark.path("length").asInt(0)).isEqualTo("/start@juliu_bot".length());
        assertThat(updates.path(1).path("message").path("date").asLong(1)).isZero();
        assertThat(result("getUpdates", "{\"limit\": 1}")).hasSize(1);

        assertThat(result("getUpdates", "{\"offset\": " + (first + 1) + "}")).hasSize(1);
        assertThat(api.awaitConfirmed(first, SOON)).isTrue();
        api.deliverAgain(first);
        assertThat(result("getUpdates", "{\"offset\": " + (first + 2) + "}").path(0).path("update_id").asInt(0))
                .isEqualTo(first);
    }

    @Test
    void endsAPollWhenAnotherBegins() {
        CompletableFuture<HttpResponse<String>> first = later("getUpdates", "{\"timeout\": 20}");
        assertThat(api.awaitCalls("getUpdates", 1, SOON)).isTrue();
        while (!first.isDone()) {
            later("getUpdates", "{\"timeout\": 0}").join();
        }
        assertThat(first.join().statusCode()).isEqualTo(409);

        CompletableFuture<HttpResponse<String>> second = later("getUpdates", "{\"timeout\": 20}");
        ming.say(MING, "你好");
        assertThat(read(second.join()).path("result")).hasSize(1);
    }

    @Test
    void refusesPollsBesideAWebhook() {
        result("setWebhook", "{\"url\": \"http://127.0.0.1:1/hook\", \"secret_token\": \"s\"}");
        assertThat(call("getUpdates", "{}").statusCode()).isEqualTo(409);
        assertThat(result("getWebhookInfo", "{}").path("url").asString("")).endsWith("/hook");

        ming.say(MING, "你好");
        result("deleteWebhook", "{}");
        assertThat(result("getUpdates", "{}")).hasSize(1);
    }

    @Test
    void editsWhatItSent() {
        int id = result("sendMessage", "{\"chat_id\": 5, \"text\": \"一\", \"reply_markup\": "
                + "{\"inline_keyboard\": [[{\"text\": \"好\", \"callback_data\": \"g\"}]]}}").path("message_id")
                .asInt(0);
        String edit = "{\"chat_id\": 5, \"message_id\": " + id + ", \"text\": \"二\"}";
        assertThat(call("editMessageText", edit).statusCode()).isEqualTo(200);
        assertThat(description(call("editMessageText", edit))).startsWith("Bad Request: message is not modified: ");
        assertThat(ming.awaitLast(2, SOON).markup().isMissingNode()).isTrue();

        String press = ming.press(MING, ming.sent().getFirst(), "好");
        assertThat(description(call("answerCallbackQuery",
                "{\"callback_query_id\": \"" + press + "\", \"text\": \"" + "x".repeat(201) + "\"}")))
                .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        result("answerCallbackQuery", "{\"callback_query_id\": \"" + press + "\", \"text\": \"谢谢\"}");
        assertThat(api.awaitToast(press, SOON).path("text").asString("")).isEqualTo("谢谢");
        assertThatThrownBy(() -> ming.press(MING, ming.sent().getLast(), "好")).isInstanceOf(AssertionError.class);
    }

    @Test
    void tellsWhoLeftAndWhatMoved() {
        ming.removeBot(MING);
        assertThat(send(5, "x", "")).isEqualTo("Forbidden: bot was blocked by the user");
        group.removeBot(HONG);
        assertThat(send(-1001, "x", "")).isEqualTo("Forbidden: bot was kicked from the supergroup chat");

        FakeChat old = api.group(-7, "老群").member(MING);
        old.migrate(HONG, -100_7);
        JsonNode refused = read(call("sendMessage", "{\"chat_id\": -7, \"text\": \"x\"}"));
        assertThat(refused.path("parameters").path("migrate_to_chat_id").asLong(0)).isEqualTo(-1007);
        assertThat(send(-1007, "x", "")).isEmpty();
    }

    @Test
    void pinsWithTheRightOnly() {
        int asked = group.say(MING, "问题");
        group.administrator(FakeBotApi.BOT, "can_pin_messages");
        result("pinChatMessage", "{\"chat_id\": -1001, \"message_id\": " + asked + "}");
        assertThat(group.pinned()).containsExactly(asked);
        result("unpinChatMessage", "{\"chat_id\": -1001, \"message_id\": " + asked + "}");
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void hidesWhatPrivacyModeHides() {
        api.privacyMode();
        group.say(MING, "大家好");
        group.say(MING, "@juliu_bot 你好");
        int topic = group.topic(HONG, "居留");
        group.by(FakeUser.ANONYMOUS).in(topic).text("/help");

        JsonNode updates = result("getUpdates", "{}");
        assertThat(updates).hasSize(3);
        JsonNode anonymous = updates.path(2).path("message");
        assertThat(anonymous.path("sender_chat").path("id").asLong(0)).isEqualTo(-1001);
        assertThat(anonymous.path("message_thread_id").asInt(0)).isEqualTo(topic);
    }

    @Test
    void goesWrongOnDemand() {
        api.faults().tooMany("sendMessage", 1, 3);
        api.faults().serverError("sendMessage", 1, 502);
        api.faults().resetAfter("sendMessage", 1);

        HttpResponse<String> tooMany = call("sendMessage", "{\"chat_id\": 5, \"text\": \"x\"}");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(read(tooMany).path("parameters").path("retry_after").asInt(0)).isEqualTo(3);
        assertThat(call("sendMessage", "{\"chat_id\": 5, \"text\": \"x\"}").body()).startsWith("<html>");
        assertThat(ming.sent()).isEmpty();
        assertThatThrownBy(() -> call("sendMessage", "{\"chat_id\": 5, \"text\": \"x\"}"))
                .isInstanceOf(AssertionError.class);
        assertThat(ming.sent()).isNotEmpty();
        api.faults().unauthorized();
        assertThat(call("getMe", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void notesBrokenLimits() {
        for (int i = 0; i < 5; i++) {
            send(5, "x", "");
        }
        assertThat(api.violations()).isEmpty();
        send(5, "x", "");
        send(5, "x", "");
        assertThat(api.violations()).isNotEmpty().allMatch(text -> text.contains("chat 5"));
        assertThat(api.calls("sendMessage")).isEqualTo(7);
        assertThat(api.quiet(Duration.ofMillis(20))).isTrue();
    }

    @Test
    void understandsTheClientOfTelegrambots() throws TelegramApiException {
        TelegramUrl url = TelegramUrl.builder().schema("http").host("127.0.0.1").port(api.port()).build();
        OkHttpTelegramClient bot = new OkHttpTelegramClient(FakeBotApi.TOKEN, url);
        int asked = group.say(MING, "问题");
        assertThat(bot.execute(GetUpdates.builder().timeout(1).build())).hasSize(1);
        assertThat(bot.execute(new GetChatMember("-1001", 6L)).getStatus()).isEqualTo("creator");

        bot.execute(SendMessage.builder().chatId(-1001L).text("<b>答</b>").parseMode("HTML").replyToMessageId(asked)
                .build());
        assertThat(group.sent().getFirst().replyTo()).isEqualTo(asked);
        assertThat(group.sent().getFirst().text()).isEqualTo("答");
    }

    private String send(long chat, String text, String mode) {
        return description(call("sendMessage",
                Json.object().put("chat_id", chat).put("text", text).put("parse_mode", mode).toString()));
    }

    private JsonNode result(String method, String body) {
        HttpResponse<String> response = call(method, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response).path("result");
    }

    private static String description(HttpResponse<String> response) {
        return read(response).path("description").asString("");
    }

    private static JsonNode read(HttpResponse<String> response) {
        return Json.read(response.body(), "answer");
    }

    private CompletableFuture<HttpResponse<String>> later(String method, String body) {
        return HTTP.sendAsync(request(api.url() + "/bot" + FakeBotApi.TOKEN + "/" + method, body),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String method, String body) {
        return post(api.url() + "/bot" + FakeBotApi.TOKEN + "/" + method, body);
    }

    private static HttpRequest request(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url)).setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build();
    }

    private static HttpResponse<String> post(String url, String body) {
        try {
            return HTTP.send(request(url, body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
