package fr.juliu.telegram;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update of Telegram's says; nothing for what is none of the bot's business. */
final class UpdateReader {

    private static final Set<String> OUTSIDE = Set.of("left", "kicked");
    private static final Set<String> INSIDE = Set.of("member", "administrator");

    private final Self self;
    private final Set<String> commands;

    /**
     * Reads updates for a bot.
     *
     * @param commands those that a group may say without the bot's name
     */
    UpdateReader(Self self, Set<String> commands) {
        this.self = self;
        this.commands = Set.copyOf(commands);
    }

    Optional<Incoming> read(Update update) {
        String key = key(update);
        Incoming incoming = null;
        if (update.hasMessage()) {
            incoming = message(key, update.getMessage(), false);
        } else if (update.hasEditedMessage()) {
            incoming = message(key, update.getEditedMessage(), true);
        } else if (update.hasCallbackQuery()) {
            incoming = press(key, update.getCallbackQuery());
        } else if (update.hasInlineQuery()) {
            incoming = new Incoming.Inline(key, PersonReader.person(update.getInlineQuery().getFrom()),
                    update.getInlineQuery().getQuery());
        } else if (update.hasMyChatMember()) {
            incoming = joined(key, update.getMyChatMember());
        }
        return Optional.ofNullable(incoming);
    }

    /** What an update is known by when it comes twice. */
    static String key(Update update) {
        return Addresses.of(update.getUpdateId());
    }

    private @Nullable Incoming message(String key, Message message, boolean edited) {
        Chat chat = Addresses.chat(message.getChat(), topic(message));
        if (chat == null) {
            return null;
        }
        if (message.getMigrateToChatId() != null) {
            return new Incoming.Migrated(key, chat, Addresses.of(message.getMigrateToChatId()));
        }
        Person person = PersonReader.writer(message);
        String text = text(message, chat);
        if (person == null || text == null || isOwn(message)) {
            return null;
        }
        return AddressedText.of(text, LinkedText.entities(message), self, commands)
                .map(words -> said(key, chat, person, message, words, edited))
                .filter(said -> said.addressed() || !PersonReader.isAsChannel(message)).orElse(null);
    }

    /** The words; none, rather than null, for a sticker, a picture or a voice that one person sends to the bot alone. */
    private static @Nullable String text(Message message, Chat chat) {
        String text = LinkedText.plain(message);
        boolean shows = message.hasSticker() || message.hasPhoto() || message.hasVideo() || message.hasVideoNote()
                || message.hasVoice() || message.hasAudio() || message.hasDocument() || message.hasAnimation()
                || message.hasLocation() || message.hasContact();
        return text == null && shows && chat.kind() == Chat.Kind.PRIVATE ? "" : text;
    }

    private Incoming.Message said(String key, Chat chat, Person person, Message message, AddressedText words,
            boolean edited) {
        Message replied = replied(message);
        boolean answersBot = replied != null && isOfBot(replied);
        boolean named = chat.kind() == Chat.Kind.PRIVATE || words.called();
        boolean addressed = named || (answersBot && !words.others());
        boolean pointsAt = words.mention() && words.text().isEmpty() && !answersBot;
        Integer time = edited && message.getEditDate() != null ? message.getEditDate() : message.getDate();
        return new Incoming.Message(key, chat, person, String.valueOf(message.getMessageId()),
                pointsAt && replied != null ? pointedAt(message, replied) : words.text(), Instant.ofEpochSecond(time),
                addressed, edited, replied == null ? null : quoted(replied),
                new Incoming.Shape(named, message.getMediaGroupId(), LinkedText.withAddresses(message)));
    }

    /** Sent through the bot's own results, which hold its answer already. */
    private boolean isOwn(Message message) {
        return message.getViaBot() != null && message.getViaBot().getId() == self.id();
    }

    /** The message replied to; in a topic, not the one that opened it, which each message there replies to. */
    private static @Nullable Message replied(Message message) {
        Message replied = message.getReplyToMessage();
        return replied == null || replied.getForumTopicCreated() != null ? null : replied;
    }

    /** Whether the bot said it, rather than did it, such as pinning. */
    private boolean isOfBot(Message message) {
        return message.getFrom() != null && message.getFrom().getId() == self.id()
                && (LinkedText.plain(message) != null || message.hasPhoto() || message.hasDocument());
    }

    /** The question that a bare mention points at: what is quoted of a message, or all of it; never a command. */
    private static String pointedAt(Message message, Message replied) {
        String text = message.getQuote() == null ? LinkedText.plain(replied) : message.getQuote().getText();
        return text == null || text.startsWith("/") ? "" : text.strip();
    }

    private Incoming.Quoted quoted(Message message) {
        return new Incoming.Quoted(String.valueOf(message.getMessageId()), LinkedText.withAddresses(message),
                isOfBot(message), link(message), AttachmentReader.of(message), PersonReader.writer(message));
    }

    /** Where a message can be seen; only those of supergroups have an address. */
    private static @Nullable String link(Message message) {
        if (!message.isSuperGroupMessage()) {
            return null;
        }
        String name = message.getChat().getUserName();
        return "https://t.me/"
                + (name != null ? name : "c/" + String.valueOf(message.getChatId()).replaceFirst("^-100", ""))
                + "/" + message.getMessageId();
    }

    private static @Nullable Incoming press(String key, CallbackQuery press) {
        MaybeInaccessibleMessage under = press.getMessage();
        if (under == null || press.getData() == null) {
            return null;
        }
        Chat chat = Addresses.chat(under.getChat(), under instanceof Message message ? topic(message) : null);
        return chat == null
                ? null
                : new Incoming.Press(key, chat, PersonReader.person(press.getFrom()),
                        String.valueOf(under.getMessageId()), press.getData());
    }

    private static @Nullable Incoming joined(String key, ChatMemberUpdated change) {
        Chat chat = Addresses.chat(change.getChat(), null);
        boolean joins = OUTSIDE.contains(change.getOldChatMember().getStatus())
                && INSIDE.contains(change.getNewChatMember().getStatus());
        return chat != null && chat.kind() == Chat.Kind.GROUP && joins ? new Incoming.Joined(key, chat) : null;
    }

    /** Replies outside of topics carry a thread too, which is none. */
    private static @Nullable String topic(Message message) {
        return message.isTopicMessage() && message.getMessageThreadId() != null
                ? String.valueOf(message.getMessageThreadId())
                : null;
    }
}
