package fr.juliu.telegram.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Attachment;
import fr.juliu.chat.Outgoing;

/** The call that sends a picture or a file again that Telegram keeps. */
final class FileCall {

    private FileCall() {
    }

    static BotCall write(Outgoing.File file) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("chat_id", Renderer.bare(file.chat().id()))
                .put(parameter(file.file().kind()), file.file().id());
        if (file.chat().topic() != null) {
            body.put("message_thread_id", Integer.parseInt(file.chat().topic()));
        }
        if (file.replyTo() != null) {
            body.putObject("reply_parameters").put("message_id", Integer.parseInt(file.replyTo()))
                    .put("allow_sending_without_reply", true);
        }
        if (file.silent()) {
            body.put("disable_notification", true);
        }
        return BotCall.of(method(file.file().kind()), body);
    }

    private static String method(Attachment.Kind kind) {
        return switch (kind) {
            case PHOTO -> "sendPhoto";
            case DOCUMENT -> "sendDocument";
            case VIDEO -> "sendVideo";
            case ANIMATION -> "sendAnimation";
            case AUDIO -> "sendAudio";
            case VOICE -> "sendVoice";
        };
    }

    private static String parameter(Attachment.Kind kind) {
        return switch (kind) {
            case PHOTO -> "photo";
            case DOCUMENT -> "document";
            case VIDEO -> "video";
            case ANIMATION -> "animation";
            case AUDIO -> "audio";
            case VOICE -> "voice";
        };
    }
}
