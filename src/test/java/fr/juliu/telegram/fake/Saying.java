package fr.juliu.telegram.fake;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person is about to write in a chat, see core.telegram.org/bots/api#message. */
public final class Saying {

    private static final Pattern MARKS = Pattern
            .compile("(?<![\\w/])/[a-zA-Z0-9_]{1,64}(?:@[A-Za-z0-9_]+)?|(?<!\\w)@[A-Za-z0-9_]{4,32}|https?://\\S+");

    private final FakeChat chat;
    private final FakeUser from;
    private int thread;
    private int replyTo;
    private @Nullable Instant sent;
    private @Nullable String album;

    Saying(FakeChat chat, FakeUser from) {
        this.chat = chat;
        this.from = from;
    }

    /** In this topic. */
    public Saying in(int topic) {
        thread = topic;
        return this;
    }

    public Saying replyTo(int message) {
        replyTo = message;
        return this;
    }

    /** As one of an album. */
    public Saying inAlbum(String id) {
        album = id;
        return this;
    }

    /** Written then instead of now. */
    public Saying at(Instant when) {
        sent = when;
        return this;
    }

    /** Says it and answers the message's id. */
    public int text(String text) {
        synchronized (chat.world.lock) {
            ObjectNode message = compose().put("text", text);
            ArrayNode entities = entities(text);
            if (!entities.isEmpty()) {
                message.set("entities", entities);
            }
            return deliver(message);
        }
    }

    /** Sends a picture and answers the message's id. */
    public int photo(String caption) {
        synchronized (chat.world.lock) {
            ObjectNode message = compose();
            if (!caption.isEmpty()) {
                message.put("caption", caption);
                message.set("caption_entities", entities(caption));
            }
            if (album != null) {
                message.put("media_group_id", album);
            }
            message.set("photo", MessageMethods.photo(1000));
            return deliver(message);
        }
    }

    /**
     * Sends a file and answers the message's id.
     *
     * @param kind what Telegram calls it, such as {@code document} or {@code photo}
     */
    public int file(String kind, byte[] content, String caption) {
        synchronized (chat.world.lock) {
            ObjectNode message = compose();
            if (!caption.isEmpty()) {
                message.put("caption", caption);
            }
            message.set(kind, FileMethods.json(chat.world, kind, chat.world.keepFile(content)));
            return deliver(message);
        }
    }

    /** A service message, such as {@code new_chat_title}; answers its id. */
    public int service(String field, JsonNode content) {
        synchronized (chat.world.lock) {
            ObjectNode message = compose();
            message.set(field, content);
            return deliver(message);
        }
    }

    int topic(String name) {
        synchronized (chat.world.lock) {
            chat.json().put("is_forum", true);
            ObjectNode message = chat.compose(from, date(), 0);
            int id = message.path("message_id").asInt(0);
            message.put("message_thread_id", id).put("is_topic_message", true);
            message.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
            chat.topics.put(id, message);
            return deliver(message);
        }
    }

    private long date() {
        return sent == null ? chat.world.now() : sent.getEpochSecond();
    }

    private ObjectNode compose() {
        chat.world.people.put(from.id(), from);
        ObjectNode message = chat.compose(from, date(), thread);
        if (replyTo != 0) {
            chat.replying(message, replyTo);
        } else if (thread != 0) {
            // as the real server does: in a topic, what replies to nothing replies to the topic's first message
            chat.replying(message, thread);
        }
        return message;
    }

    private int deliver(ObjectNode message) {
        chat.keep(message);
        if (seen(message)) {
            chat.world.updates.add("message", message);
        }
        return message.path("message_id").asInt(0);
    }

    /** See core.telegram.org/bots/features#privacy-mode. */
    private boolean seen(ObjectNode message) {
        String status = chat.members.status(chat.world.bot);
        if (status.equals("kicked") || status.equals("left")) {
            return false;
        }
        if (!chat.world.privacy || !chat.isGroup() || status.equals("administrator") || !message.has("text")) {
            return true;
        }
        String text = message.path("text").asString("");
        String name = "@" + chat.world.bot.username();
        boolean command = text.startsWith("/") && (!text.split("\\s", 2)[0].contains("@") || text.contains(name));
        boolean reply = message.path("reply_to_message").path("from").path("id").asLong(0) == chat.world.bot.id();
        return command || reply || text.contains(name);
    }

    /** See core.telegram.org/bots/api#messageentity. */
    static ArrayNode entities(String text) {
        ArrayNode entities = Json.array();
        Matcher marks = MARKS.matcher(text);
        while (marks.find()) {
            String type = switch (text.charAt(marks.start())) {
                case '/' -> "bot_command";
                case '@' -> "mention";
                default -> "url";
            };
            entities.addObject().put("type", type).put("offset", marks.start()).put("length",
                    marks.end() - marks.start());
        }
        return entities;
    }
}
