package fr.juliu.telegram.send;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * A call of the Bot API as it is kept until it is made: {@code {"method": "sendMessage", "body": {…}}}.
 *
 * <p>Of the answer it reads no more than it needs, so that a kind of message unknown to the library is not sent for ever.
 */
public final class BotCall extends BotApiMethod<DeliveryOutcome> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);
    private static final String CHAT = "chat_id";

    private final String name;
    private final ObjectNode body;
    private final transient @Nullable BotCall instead;

    private BotCall(String name, ObjectNode body, @Nullable BotCall instead) {
        this.name = name;
        this.body = body;
        this.instead = instead;
    }

    /** The call that the library would make. */
    public static BotCall of(BotApiMethod<?> method) {
        ObjectNode body = JSON.valueToTree(method);
        body.remove("method");
        return new BotCall(method.getMethod(), body, null);
    }

    /** A call that the library makes in its own way, of what is kept of it. */
    static BotCall of(String method, ObjectNode body) {
        return new BotCall(method, body, null);
    }

    /** Reads what {@link #payload()} wrote. */
    static BotCall read(String payload) {
        try {
            return read(JSON.readTree(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a payload of " + payload.length() + " characters is not JSON", e);
        }
    }

    private static BotCall read(JsonNode payload) {
        if (!(payload.get("body") instanceof ObjectNode body) || !payload.path("method").isTextual()) {
            throw new IllegalArgumentException("a payload has a method and a body");
        }
        JsonNode instead = payload.get("instead");
        return new BotCall(payload.path("method").textValue(), body, instead == null ? null : read(instead));
    }

    /** The call as text. */
    String payload() {
        return json().toString();
    }

    private ObjectNode json() {
        ObjectNode payload = JSON.createObjectNode().put("method", name);
        payload.set("body", body);
        if (instead != null) {
            payload.set("instead", instead.json());
        }
        return payload;
    }

    /** The same call, with another to be made if it is refused. */
    BotCall orElse(BotCall other) {
        return new BotCall(name, body, other);
    }

    /** What is to be called when this is refused; null for nothing. */
    @Nullable
    BotCall instead() {
        return instead;
    }

    /** The same call to another chat. */
    BotCall to(String chatId) {
        return new BotCall(name, body.deepCopy().put(CHAT, chatId), instead == null ? null : instead.to(chatId));
    }

    /** The same call with a text that Telegram need not read as HTML. */
    BotCall plain(TelegramHtml html) {
        String field = body.has("caption") ? "caption" : "text";
        ObjectNode plain = body.deepCopy().put(field, html.plain(body.path(field).asText()));
        plain.remove("parse_mode");
        return new BotCall(name, plain, instead);
    }

    boolean isHtml() {
        return body.has("parse_mode");
    }

    /** Whether there is anything to be seen. */
    boolean hasText() {
        return !body.path("text").asText().isEmpty();
    }

    /** The message that the call is about; empty for a new one. */
    String messageId() {
        return body.path("message_id").asText();
    }

    @JsonValue
    ObjectNode body() {
        return body;
    }

    @Override
    public String getMethod() {
        return name;
    }

    @Override
    public DeliveryOutcome deserializeResponse(String answer) {
        return outcome(answer);
    }

    /** What an answer of the Bot API says came of a call. */
    static DeliveryOutcome outcome(String answer) {
        try {
            return outcome(JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            return new DeliveryOutcome.Unanswered("no JSON");
        }
    }

    private static DeliveryOutcome outcome(JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            JsonNode id = answer.path("result").get("message_id");
            return new DeliveryOutcome.Done(id == null ? null : id.asText());
        }
        int code = answer.path("error_code").asInt();
        JsonNode parameters = answer.path("parameters");
        if (code == 429) {
            JsonNode wait = parameters.path("retry_after");
            return new DeliveryOutcome.TooMuch(wait.asInt() > 0 ? Duration.ofSeconds(wait.asInt()) : UNTOLD_WAIT);
        }
        // 404 is what a token in a wrong form or a wrong address gets
        if (code == 401 || (code == 404 && answer.path("description").asText().equals("Not Found"))) {
            return new DeliveryOutcome.Locked();
        }
        if (code < 400 || code >= 500) {
            return new DeliveryOutcome.Unanswered("error " + code);
        }
        JsonNode moved = parameters.get("migrate_to_chat_id");
        return new DeliveryOutcome.Refused(code, answer.path("description").asText(),
                moved == null ? null : moved.asLong());
    }
}
