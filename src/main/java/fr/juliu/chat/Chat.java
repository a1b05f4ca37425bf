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

    /** What somebody's memory is kept under: each topic has its own, and in a group each person. */
    ConversationKey conversation(Person person) {
        return new ConversationKey.InChat(messenger(), id, topic, isGroup() ? person.id() : null);
    }

    /** What the memory of an answer is kept under, for whoever replies to it. */
    ConversationKey answerTo(String asked) {
        return new ConversationKey.OfAnswer(messenger(), id, asked);
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
