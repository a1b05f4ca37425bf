package fr.juliu.telegram.fake;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bot asks about chats, see core.telegram.org/bots/api#getchat and its neighbours. */
final class ChatMethods {

    private static final Set<String> ACTIONS = Set.of("typing", "upload_photo", "record_video", "upload_video",
            "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location", "record_video_note",
            "upload_video_note");

    private final World world;
    private final MessageMethods messages;

    ChatMethods(World world, MessageMethods messages) {
        this.world = world;
        this.messages = messages;
    }

    /** See core.telegram.org/bots/api#getchat. */
    JsonNode get(Call call) {
        FakeChat chat = messages.open(call);
        ObjectNode full = chat.json().deepCopy();
        full.put("accent_color_id", 0).put("max_reaction_count", 11);
        full.putObject("accepted_gift_types").put("unlimited_gifts", false).put("limited_gifts", false)
                .put("unique_gifts", false).put("premium_subscription", false).put("gifts_from_channels", false);
        if (!chat.pins.isEmpty()) {
            ObjectNode pinned = chat.messages.get(chat.pins.getLast());
            if (pinned != null) {
                full.set("pinned_message", pinned.deepCopy());
            }
        }
        return full;
    }

    /** See core.telegram.org/bots/api#getchatmember. */
    JsonNode member(Call call) {
        FakeChat chat = messages.open(call);
        FakeUser user = world.people.get(call.id("user_id", 0));
        if (user == null) {
            throw Refusal.bad(call.id("user_id", 0) == 0 ? "invalid user_id specified" : "user not found");
        }
        return chat.members.json(user);
    }

    /** See core.telegram.org/bots/api#getchatadministrators. */
    JsonNode administrators(Call call) {
        FakeChat chat = messages.open(call);
        if (!chat.isGroup()) {
            throw Refusal.bad("there are no administrators in the private chat");
        }
        return chat.members.administrators(world.bot);
    }

    /** See core.telegram.org/bots/api#sendchataction. */
    JsonNode action(Call call) {
        messages.open(call);
        if (!ACTIONS.contains(call.text("action"))) {
            throw Refusal.bad("wrong parameter action in request");
        }
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#leavechat. */
    JsonNode leave(Call call) {
        FakeChat chat = messages.open(call);
        if (!chat.isGroup()) {
            throw Refusal.bad("chat member status can't be changed in private chats");
        }
        chat.botBecomes(world.bot, "left");
        return Json.TRUE;
    }
}
