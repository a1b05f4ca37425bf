package fr.juliu.telegram;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The words of a message. */
final class LinkedText {

    private LinkedText() {
    }

    /** The text or the caption; null when there is neither. */
    static @Nullable String plain(Message message) {
        return message.getText() == null ? message.getCaption() : message.getText();
    }

    /** What Telegram marks in the words; the library takes no mark that stands outside of them. */
    static List<MessageEntity> entities(Message message) {
        List<MessageEntity> entities;
        try {
            entities = message.getText() == null ? message.getCaptionEntities() : message.getEntities();
        } catch (IndexOutOfBoundsException e) {
            return List.of();
        }
        return entities == null ? List.of() : entities;
    }

    /** The words with the address of each link behind the words that carry it; empty when there are none. */
    static String withAddresses(Message message) {
        String text = plain(message);
        if (text == null) {
            return "";
        }
        StringBuilder written = new StringBuilder(text);
        entities(message).stream().filter(entity -> isLink(entity, text))
                .sorted(Comparator.comparingInt(LinkedText::end).reversed())
                .forEach(entity -> written.insert(end(entity), "（" + entity.getUrl() + "）"));
        return written.toString();
    }

    private static boolean isLink(MessageEntity entity, String text) {
        return EntityType.TEXTLINK.equals(entity.getType()) && entity.getUrl() != null && end(entity) <= text.length()
                && entity.getOffset() >= 0 && entity.getLength() > 0;
    }

    private static int end(MessageEntity entity) {
        return entity.getOffset() + entity.getLength();
    }
}
