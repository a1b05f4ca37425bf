package fr.juliu.telegram;

import fr.juliu.chat.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** The picture or file of a message. */
final class AttachmentReader {

    private AttachmentReader() {
    }

    /** What a message shows beside words; null for nothing that can be sent again. */
    static @Nullable Attachment of(Message message) {
        if (message.hasPhoto()) {
            List<PhotoSize> sizes = message.getPhoto();
            return new Attachment(Attachment.Kind.PHOTO, sizes.getLast().getFileId());
        }
        // a picture that moves is told as a file, too
        if (message.hasAnimation()) {
            return new Attachment(Attachment.Kind.ANIMATION, message.getAnimation().getFileId());
        }
        if (message.hasDocument()) {
            return new Attachment(Attachment.Kind.DOCUMENT, message.getDocument().getFileId());
        }
        if (message.hasVideo()) {
            return new Attachment(Attachment.Kind.VIDEO, message.getVideo().getFileId());
        }
        if (message.hasAudio()) {
            return new Attachment(Attachment.Kind.AUDIO, message.getAudio().getFileId());
        }
        return message.hasVoice() ? new Attachment(Attachment.Kind.VOICE, message.getVoice().getFileId()) : null;
    }
}
