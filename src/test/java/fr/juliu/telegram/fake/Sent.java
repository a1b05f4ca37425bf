package fr.juliu.telegram.fake;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bot sent, edited or deleted, as it stood right after.
 *
 * @param method  such as {@code sendMessage}
 * @param message as the bot got it back, see core.telegram.org/bots/api#message
 * @param call    the parameters as the bot sent them
 * @param nanos   when, by {@link System#nanoTime}
 */
public record Sent(String method, ObjectNode message, ObjectNode call, long nanos) {

    public int id() {
        return message.path("message_id").asInt(0);
    }

    /** The text or the caption that people read, without marks. */
    public String text() {
        return message.path(message.has("text") ? "text" : "caption").asString("");
    }

    /** The text or the caption as the bot wrote it, with its marks. */
    public String source() {
        return call.path(call.has("text") ? "text" : "caption").asString("");
    }

    /** The buttons; missing when there are none. */
    public JsonNode markup() {
        return message.path("reply_markup");
    }

    /** The data of the button with this text; fails when there is none. */
    public String data(String button) {
        for (JsonNode row : markup().path("inline_keyboard")) {
            for (JsonNode each : row) {
                if (each.path("text").asString("").equals(button) && each.has("callback_data")) {
                    return each.path("callback_data").asString("");
                }
            }
        }
        throw new AssertionError("no button " + button + " under " + message);
    }

    /** The id of the message that it replies to; 0 when it replies to none. */
    public int replyTo() {
        return message.path("reply_to_message").path("message_id").asInt(0);
    }

    /** What the bot asked for of the reply; missing when it asked for none. */
    public JsonNode replyParameters() {
        return call.has("reply_parameters") ? call.path("reply_parameters") : MissingNode.getInstance();
    }

    /** The topic; 0 outside of topics. */
    public int thread() {
        return message.path("message_thread_id").asInt(0);
    }
}
