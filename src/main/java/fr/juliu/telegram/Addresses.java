package fr.juliu.telegram;

import fr.juliu.chat.Chat;
import org.jspecify.annotations.Nullable;

/** The names that the other rooms know Telegram's chats, people and updates by. */
final class Addresses {

    /** The messenger's name, as stored with each message. */
    static final String MESSENGER = "telegram";

    private static final String PREFIX = MESSENGER + ":";

    private Addresses() {
    }

    static String of(long id) {
        return PREFIX + id;
    }

    /** Telegram's own id behind such a name. */
    static long idOf(String name) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not of Telegram: " + name);
        }
        return Long.parseLong(name.substring(PREFIX.length()));
    }

    /** A chat of Telegram's; null for a channel, where nobody talks. */
    static @Nullable Chat chat(org.telegram.telegrambots.meta.api.objects.chat.Chat chat, @Nullable String topic) {
        return switch (String.valueOf(chat.getType())) {
            case "private" -> new Chat(of(chat.getId()), Chat.Kind.PRIVATE, topic);
            case "group", "supergroup" -> new Chat(of(chat.getId()), Chat.Kind.GROUP, topic);
            default -> null;
        };
    }
}
