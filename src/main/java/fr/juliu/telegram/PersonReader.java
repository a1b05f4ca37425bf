package fr.juliu.telegram;

import fr.juliu.chat.Person;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Who writes; nobody for bots and what Telegram forwards by itself. */
final class PersonReader {

    /** Whom Telegram names as the writer when an admin writes in the name of the group. */
    private static final long GROUP_ANONYMOUS_BOT = 1087968824L;

    private static final String ANONYMOUS = "匿名管理员";
    private static final String NAMELESS = "一位用户";
    private static final int LONGEST = 64;

    private PersonReader() {
    }

    static @Nullable Person writer(Message message) {
        User from = message.getFrom();
        Chat sender = message.getSenderChat();
        boolean group = sender != null && sender.getId().equals(message.getChatId());
        if (group || (sender == null && from != null && from.getId() == GROUP_ANONYMOUS_BOT)) {
            return new Person(Addresses.of(message.getChatId()), ANONYMOUS, true);
        }
        if (Boolean.TRUE.equals(message.getIsAutomaticForward())) {
            return null;
        }
        if (sender != null) {
            return isAsChannel(message)
                    ? new Person(Addresses.of(sender.getId()), shown(sender.getTitle()), false)
                    : null;
        }
        return from == null || Boolean.TRUE.equals(from.getIsBot()) ? null : person(from);
    }

    /** Whether somebody writes in the name of a channel of his. */
    static boolean isAsChannel(Message message) {
        Chat sender = message.getSenderChat();
        return sender != null && sender.isChannelChat() && !sender.getId().equals(message.getChatId());
    }

    static Person person(User user) {
        return new Person(Addresses.of(user.getId()), name(user), false);
    }

    private static String name(User user) {
        String last = user.getLastName() == null ? "" : " " + user.getLastName();
        return shown(user.getFirstName() + last);
    }

    private static String shown(@Nullable String given) {
        String name = (given == null ? "" : given).codePoints().filter(PersonReader::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        if (name.isEmpty()) {
            return NAMELESS;
        }
        int end = Math.min(name.length(), LONGEST);
        return name.substring(0,
                end < name.length() && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    /** Neither a control character nor a mark that turns the writing direction round. */
    private static boolean isShown(int c) {
        boolean turns = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean breaks = c == 0x2028 || c == 0x2029 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return !Character.isISOControl(c) && !turns && !breaks;
    }
}
