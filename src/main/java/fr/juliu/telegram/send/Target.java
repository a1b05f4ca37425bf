package fr.juliu.telegram.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Chat;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Where a form is sent, as a kept call holds it: the chat, its topic, and the message that it hangs under. */
final class Target {

    private static final String CHAT = "chat_id";
    private static final String THREAD = "message_thread_id";
    private static final String REPLY = "reply_to";

    private Target() {
    }

    /** The beginning of a kept call. */
    static ObjectNode of(Chat chat, @Nullable String replyTo) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(CHAT, Renderer.bare(chat.id()));
        if (chat.topic() != null) {
            body.put(THREAD, Integer.parseInt(chat.topic()));
        }
        if (replyTo != null) {
            body.put(REPLY, Integer.parseInt(replyTo));
        }
        return body;
    }

    static String chat(ObjectNode body) {
        return body.path(CHAT).asText();
    }

    /** The topic; null for none. */
    static @Nullable Integer thread(ObjectNode body) {
        return body.has(THREAD) ? body.path(THREAD).asInt() : null;
    }

    /** What it hangs under, if that is still there; null for nothing. */
    static @Nullable ReplyParameters reply(ObjectNode body) {
        return body.has(REPLY)
                ? ReplyParameters.builder().messageId(body.path(REPLY).asInt()).allowSendingWithoutReply(true).build()
                : null;
    }
}
