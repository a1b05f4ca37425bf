package fr.juliu.chat;

import org.jspecify.annotations.Nullable;

/**
 * Where people write to the bot.
 *
 * @param id    with the messenger's name before it, such as {@code telegram:-1001234}
 * @param topic the topic of a group that has topics, null outside of them
 */
public record Chat(String id, Kind kind, @Nullable String topic) {

    /** Who reads along. */
    public enum Kind {
        /** One person alone. */
        PRIVATE,
        /** A group. */
        GROUP
    }

    public Chat {
        if (id.indexOf(':') < 1) {
            throw new IllegalArgumentException("the id of a chat begins with its messenger's name: " + id);
        }
    }

    /** What conversation memory is kept under: each topic has its own. */
    ConversationKey conversation() {
        return new ConversationKey.InChat(messenger(), id, topic);
    }

    /** The name of the chat, or of its topic. */
    String place() {
        return topic == null ? id : id + "#" + topic;
    }

    /** The name of its messenger. */
    String messenger() {
        return id.substring(0, id.indexOf(':'));
    }

    boolean isGroup() {
        return kind == Kind.GROUP;
    }
}
