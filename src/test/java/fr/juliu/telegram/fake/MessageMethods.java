package fr.juliu.telegram.fake;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sending and changing messages, see core.telegram.org/bots/api#available-methods and #updating-messages. */
final class MessageMethods {

    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;

    private final World world;

    MessageMethods(World world) {
        this.world = world;
    }

    /** See core.telegram.org/bots/api#sendmessage. */
    JsonNode sendMessage(Call call) {
        FakeChat chat = open(call);
        HtmlCheck.Marked text = text(call, "text", "entities");
        ObjectNode message = compose(chat, call);
        write(message, text);
        return finish("sendMessage", chat, message, call);
    }

    /** See core.telegram.org/bots/api#sendphoto. */
    JsonNode sendPhoto(Call call) {
        FakeChat chat = open(call);
        String name = call.text("photo").replaceFirst("^attach://", "");
        byte[] file = call.files().getOrDefault(call.has("photo") ? name : "photo", new byte[0]);
        PhotoCheck.check(file);
        HtmlCheck.Marked caption = marked(call, "caption", "caption_entities");
        if (caption.text().length() > CAPTION) {
            throw Refusal.bad("message caption is too long");
        }
        ObjectNode message = compose(chat, call);
        message.set("photo", photo(file.length));
        if (!caption.text().isEmpty()) {
            message.put("caption", caption.text()).set("caption_entities", caption.entities());
        }
        return finish("sendPhoto", chat, message, call);
    }

    /** See core.telegram.org/bots/api#editmessagetext. */
    JsonNode editText(Call call) {
        FakeChat chat = open(call);
        ObjectNode message = own(chat, call, "edit");
        HtmlCheck.Marked text = text(call, "text", "entities");
        if (!message.has("text")) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        ObjectNode changed = message.deepCopy();
        write(changed, text);
        return change("editMessageText", chat, message, changed, call);
    }

    /** See core.telegram.org/bots/api#editmessagereplymarkup. */
    JsonNode editMarkup(Call call) {
        FakeChat chat = open(call);
        ObjectNode message = own(chat, call, "edit");
        return change("editMessageReplyMarkup", chat, message, message.deepCopy(), call);
    }

    /** See core.telegram.org/bots/api#deletemessage. */
    JsonNode delete(Call call) {
        FakeChat chat = open(call);
        ObjectNode message = found(chat, call.number("message_id", 0), "message to delete not found");
        boolean own = message.path("from").path("id").asLong(0) == world.bot.id();
        boolean old = world.now() - message.path("date").asLong(0) > Duration.ofDays(2).toSeconds();
        if (old || (!own && chat.isGroup() && !chat.members.may(world.bot, "can_delete_messages"))) {
            throw Refusal.bad("message can't be deleted");
        }
        Integer id = message.path("message_id").asInt(0);
        chat.messages.remove(id);
        chat.pins.remove(/* element */ id);
        chat.record("deleteMessage", message, call);
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#pinchatmessage. */
    JsonNode pin(Call call) {
        FakeChat chat = open(call);
        mayPin(chat);
        Integer id = call.number("message_id", 0);
        ObjectNode message = found(chat, id, "message to pin not found");
        if (!chat.pins.contains(id)) {
            chat.pins.add(id);
            ObjectNode service = chat.compose(world.bot, world.now(), message.path("message_thread_id").asInt(0));
            service.set("pinned_message", message.deepCopy());
            chat.keep(service);
            world.updates.add("message", service);
        }
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#unpinchatmessage: without an id the newest pin. */
    JsonNode unpin(Call call) {
        FakeChat chat = open(call);
        mayPin(chat);
        Integer id = call.has("message_id") ? Integer.valueOf(call.number("message_id", 0)) : newest(chat);
        found(chat, id, "message to unpin not found");
        chat.pins.remove(/* element */ id);
        return Json.TRUE;
    }

    /** The chat that a call names, when the bot may write there. */
    FakeChat open(Call call) {
        if (!call.has("chat_id") || call.text("chat_id").isEmpty()) {
            throw Refusal.bad("chat_id is empty");
        }
        FakeChat chat = call.text("chat_id").matches("-?\\d{1,18}") ? world.chats.get(call.id("chat_id", 0)) : null;
        if (chat == null) {
            throw Refusal.bad("chat not found");
        }
        FakeChat moved = chat.migratedTo;
        if (moved != null) {
            throw Refusal.migrated(moved.id());
        }
        String kind = chat.type().equals("supergroup") ? "supergroup" : "group";
        return switch (chat.members.status(world.bot)) {
            case "kicked" -> throw Refusal.forbidden(
                    chat.isGroup() ? "bot was kicked from the " + kind + " chat" : "bot was blocked by the user");
            case "left" -> throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
            default -> chat;
        };
    }

    /** See core.telegram.org/bots/api#photosize. */
    static ArrayNode photo(int bytes) {
        ArrayNode sizes = Json.array();
        sizes.addObject().put("file_id", "photo" + bytes).put("file_unique_id", "unique" + bytes).put("width", 800)
                .put("height", 600).put("file_size", bytes);
        return sizes;
    }

    /** A text of 1 to 4096 characters after entity parsing. */
    static HtmlCheck.Marked text(Call call, String field, String entities) {
        if (call.text(field).isEmpty()) {
            throw Refusal.bad("message text is empty");
        }
        HtmlCheck.Marked text = marked(call, field, entities);
        if (text.text().isBlank()) {
            throw Refusal.bad("text must be non-empty");
        }
        if (text.text().length() > TEXT) {
            throw Refusal.bad("message is too long");
        }
        return text;
    }

    private static HtmlCheck.Marked marked(Call call, String field, String entities) {
        String source = call.text(field);
        String mode = call.text("parse_mode");
        if (mode.equalsIgnoreCase("HTML")) {
            HtmlCheck.Marked marked = HtmlCheck.read(source);
            return new HtmlCheck.Marked(marked.text().stripTrailing(), marked.entities());
        }
        if (!mode.isEmpty()) {
            throw Refusal.bad("unsupported parse_mode");
        }
        ArrayNode list = call.json(entities) instanceof ArrayNode given ? given : Json.array();
        for (JsonNode entity : list) {
            int start = entity.path("offset").asInt(-1);
            int end = start + entity.path("length").asInt(0);
            if (start < 0 || end <= start || end > source.length()) {
                throw Refusal.bad("entity beginning at UTF-16 offset " + start
                        + " ends after the end of the text at UTF-16 offset " + end);
            }
        }
        return new HtmlCheck.Marked(source.stripTrailing(), list);
    }

    private static void write(ObjectNode message, HtmlCheck.Marked text) {
        message.put("text", text.text()).remove("entities");
        if (!text.entities().isEmpty()) {
            message.set("entities", text.entities());
        }
    }

    /** A message of the bot's without its content. */
    ObjectNode compose(FakeChat chat, Call call) {
        @Nullable
        ObjectNode markup = MarkupCheck.read(call);
        int thread = call.number("message_thread_id", 0);
        if (thread != 0 && !chat.topics.containsKey(thread)) {
            throw Refusal.bad("message thread not found");
        }
        int reply = replyTo(chat, call);
        ObjectNode message = chat.compose(world.bot, world.now(), thread);
        if (reply != 0) {
            chat.replying(message, reply);
        }
        if (markup != null) {
            message.set("reply_markup", markup);
        }
        return message;
    }

    /** See core.telegram.org/bots/api#replyparameters. */
    private static int replyTo(FakeChat chat, Call call) {
        JsonNode reply = call.json("reply_parameters");
        int id = reply.path("message_id").asInt(call.number("reply_to_message_id", 0));
        if (id == 0 && reply.isMissingNode()) {
            return 0;
        }
        ObjectNode original = chat.messages.get(id);
        if (original != null) {
            String quote = reply.path("quote").asString("");
            if (!original.path("text").asString(original.path("caption").asString("")).contains(quote)) {
                throw Refusal.bad("QUOTE_TEXT_INVALID");
            }
            return id;
        }
        if (reply.path("allow_sending_without_reply").asBoolean(call.flag("allow_sending_without_reply"))) {
            return 0;
        }
        throw Refusal.bad("message to be replied not found");
    }

    /** Keeps a message as sent. */
    JsonNode finish(String method, FakeChat chat, ObjectNode message, Call call) {
        chat.keep(message);
        chat.record(method, message, call);
        return message.deepCopy();
    }

    private JsonNode change(String method, FakeChat chat, ObjectNode message, ObjectNode changed, Call call) {
        ObjectNode markup = MarkupCheck.read(call);
        changed.remove("reply_markup");
        if (markup != null) {
            changed.set("reply_markup", markup);
        }
        if (changed.equals(message)) {
            throw Refusal.bad("message is not modified: specified new message content and reply markup are exactly "
                    + "the same as a current content and reply markup of the message");
        }
        return finish(method, chat, changed.put("edit_date", world.now()), call);
    }

    private ObjectNode own(FakeChat chat, Call call, String what) {
        ObjectNode message = found(chat, call.number("message_id", 0), "message to " + what + " not found");
        if (message.path("from").path("id").asLong(0) != world.bot.id()) {
            throw Refusal.bad("message can't be edited");
        }
        return message;
    }

    private static ObjectNode found(FakeChat chat, int id, String otherwise) {
        ObjectNode message = chat.messages.get(id);
        if (message == null) {
            throw Refusal.bad(otherwise);
        }
        return message;
    }

    private void mayPin(FakeChat chat) {
        if (chat.isGroup() && !chat.members.may(world.bot, "can_pin_messages")) {
            throw Refusal.bad("not enough rights to manage pinned messages in the chat");
        }
    }

    private static Integer newest(FakeChat chat) {
        List<Integer> pins = chat.pins;
        return pins.isEmpty() ? 0 : Objects.requireNonNull(pins.getLast());
    }
}
