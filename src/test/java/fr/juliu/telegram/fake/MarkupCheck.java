package fr.juliu.telegram.fake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The buttons under a message, see core.telegram.org/bots/api#inlinekeyboardbutton. */
final class MarkupCheck {

    private MarkupCheck() {
    }

    /** The inline keyboard of a call; null when there is none or another kind of keyboard. */
    static @Nullable ObjectNode read(Call call) {
        return read(call.json("reply_markup"));
    }

    static @Nullable ObjectNode read(JsonNode markup) {
        if (markup.isMissingNode()) {
            return null;
        }
        if (!(markup instanceof ObjectNode keyboard)) {
            throw Refusal.bad("object expected as reply markup");
        }
        JsonNode rows = keyboard.path("inline_keyboard");
        if (rows.isMissingNode() || rows.isNull()) {
            return null;
        }
        int buttons = 0;
        for (JsonNode row : rows) {
            if (!row.isArray()) {
                throw Refusal.bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            row.forEach(MarkupCheck::check);
            buttons += row.size();
        }
        if (buttons > 100) {
            throw Refusal.bad("REPLY_MARKUP_TOO_LONG");
        }
        return buttons == 0 ? null : keyboard;
    }

    private static void check(JsonNode button) {
        if (!button.path("text").isString()) {
            throw Refusal.bad("can't parse inline keyboard button: Field \"text\" must be of type String");
        }
        if (button.path("text").asString("").isBlank()) {
            throw Refusal.bad("BUTTON_TEXT_INVALID");
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > 64) {
                throw Refusal.bad("BUTTON_DATA_INVALID");
            }
        } else if (button.has("url")) {
            if (!button.path("url").asString("").matches("(?:https?|tg)://\\S+")) {
                throw Refusal.bad("BUTTON_URL_INVALID");
            }
        } else if (!button.has("switch_inline_query") && !button.has("switch_inline_query_current_chat")
                && !button.has("switch_inline_query_chosen_chat") && !button.has("copy_text")) {
            throw Refusal.bad(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
    }
}
