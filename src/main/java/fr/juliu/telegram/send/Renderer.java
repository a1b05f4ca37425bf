package fr.juliu.telegram.send;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Outgoing.Button;
import fr.juliu.chat.Outgoing.Send;
import fr.juliu.chat.Person;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Writes what is to be done as calls of the Bot API. */
public final class Renderer {

    /** The messenger's name in the store. */
    static final String MESSENGER = "telegram";

    private static final String PREFIX = MESSENGER + ":";
    private static final LinkPreviewOptions NO_PREVIEW = LinkPreviewOptions.builder().isDisabled(true).build();
    private static final RichText MAY_NOT_PIN = RichText
            .of("已经为本群保存了这个回答，但是我没有置顶消息的权限，所以没有置顶。请管理员给我“置顶消息”的权限。");

    private final TelegramHtml html = new TelegramHtml();
    private final QueryAnswers answers = new QueryAnswers(html);
    private final Supplier<String> ids;
    private final Clock clock;

    /**
     * A renderer of messages.
     *
     * @param ids for messages, in the order of time
     */
    public Renderer(Supplier<String> ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be done, as calls.
     *
     * @param query the id of the button press or inline query that is answered; null when it is something else
     */
    public Mail render(List<Outgoing> todo, @Nullable String query) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<BotCall> direct = new ArrayList<>();
        List<Outgoing.Job> jobs = new ArrayList<>();
        for (Outgoing outgoing : todo) {
            switch (outgoing) {
                case Send send -> messages.addAll(messages(send));
                case Outgoing.Photo photo -> messages.add(message(photo.chat(), photo(photo), null));
                case Outgoing.File file -> messages.add(message(file.chat(),
                        FileCall.write(file).orElse(words(file.chat(), file.instead(), file.replyTo())), null));
                case Outgoing.Document document -> messages.add(message(document.chat(), DocumentCall.write(document)
                        .orElse(words(document.chat(), document.instead(), document.replyTo())), null));
                case Outgoing.Again again -> messages.add(again(again));
                case Outgoing.Edit edit -> messages.addAll(edited(edit));
                case Outgoing.EditButtons edit -> messages.add(message(edit.chat(), buttons(edit), null));
                case Outgoing.PinInChat pin -> messages.addAll(pinned(pin));
                case Outgoing.UnpinInChat unpin -> messages.addAll(unpinned(unpin));
                case Outgoing.Toast toast -> answer(query, id -> answers.toast(id, toast)).ifPresent(direct::add);
                case Outgoing.Results results ->
                    answer(query, id -> answers.results(id, results)).ifPresent(direct::add);
                case Outgoing.Job job -> jobs.add(job);
            }
        }
        return new Mail(messages, direct, jobs);
    }

    private static Optional<BotCall> answer(@Nullable String query, Function<String, BotCall> answer) {
        return Optional.ofNullable(query).map(answer);
    }

    /** The calls that send a text, one a page; buttons and the wish for a reply go with the last. */
    List<BotCall> calls(Send send) {
        List<String> pages = html.pages(send.text());
        List<BotCall> calls = new ArrayList<>();
        Person mention = send.manner().mention();
        for (int page = 0; page < pages.size(); page++) {
            boolean first = page == 0;
            boolean last = page == pages.size() - 1;
            SendMessage.SendMessageBuilder<?, ?> call = message(send.chat(),
                    first && mention != null
                            ? html.mention(bare(mention.id()), mention.name()) + pages.get(page)
                            : pages.get(page));
            if (send.manner().silent()) {
                call.disableNotification(true);
            }
            if (send.replyTo() != null && (first || (last && send.asks()))) {
                call.replyParameters(under(send.replyTo(), true));
            }
            if (last && !send.buttons().isEmpty()) {
                call.replyMarkup(Keyboard.of(send.buttons()));
            } else if (last && send.asks()) {
                // without a message or a name to go by, a selective one would reach nobody
                boolean reaches = send.replyTo() != null || mention != null;
                call.replyMarkup(ForceReplyKeyboard.builder().forceReply(true).selective(reaches).build());
            }
            calls.add(BotCall.of(call.build()));
        }
        return calls;
    }

    private static SendMessage.SendMessageBuilder<?, ?> message(Chat chat, String page) {
        SendMessage.SendMessageBuilder<?, ?> call = SendMessage.builder().chatId(bare(chat.id())).text(page)
                .parseMode(TelegramHtml.MODE).linkPreviewOptions(NO_PREVIEW);
        if (chat.topic() != null) {
            call.messageThreadId(Integer.valueOf(chat.topic()));
        }
        return call;
    }

    private static ReplyParameters under(String message, boolean orAlone) {
        return ReplyParameters.builder().messageId(Integer.valueOf(message)).allowSendingWithoutReply(orAlone).build();
    }

    /** The call that says a word under an answer; the answer itself goes out where that is gone. */
    private OutgoingMessage again(Outgoing.Again again) {
        Person to = again.to();
        String name = to == null ? "" : html.mention(bare(to.id()), to.name());
        BotCall word = BotCall.of(message(again.chat(), name + html.editable(again.text()))
                .replyParameters(under(again.above(), false)).disableNotification(again.instead().manner().silent())
                .build());
        return message(again.chat(), word.orElse(calls(again.instead()).getFirst()), again.instead().exchange());
    }

    /** The call that sends a picture; the text goes out where it is refused. */
    private BotCall photo(Outgoing.Photo photo) {
        return PhotoCall.write(photo, html.editable(photo.caption()))
                .orElse(words(photo.chat(), photo.instead(), photo.replyTo()));
    }

    /** The call that sends what is said in place of something else. */
    private BotCall words(Chat chat, RichText text, @Nullable String replyTo) {
        return calls(new Send(chat, text, List.of(), replyTo, null, false)).getFirst();
    }

    /** The call that puts another text into a message; a text too long is cut. */
    BotCall edit(Chat chat, String message, RichText text, List<List<Button>> buttons) {
        return edit(chat, message, html.editable(text), buttons.isEmpty() ? null : Keyboard.of(buttons));
    }

    /** The messages that put the outcome of a job where its progress stood, and what does not fit there below. */
    List<OutgoingMessage> outcome(Chat chat, String message, RichText text) {
        List<BotCall> pages = calls(new Send(chat, text, List.of(), null, null, false));
        List<OutgoingMessage> messages = new ArrayList<>();
        for (BotCall page : pages) {
            BotCall call = messages.isEmpty()
                    ? edit(chat, message, page.body().path("text").asText(), null).orElse(page)
                    : page;
            messages.add(message(chat, call, null));
        }
        return messages;
    }

    /** The message that is to go out in place of one that was refused. */
    OutgoingMessage instead(OutgoingMessage refused, BotCall instead, String chat) {
        return message(chat, instead, refused.exchange());
    }

    /** The id that Telegram knows a chat by. */
    static String bare(String chat) {
        return chat.startsWith(PREFIX) ? chat.substring(PREFIX.length()) : chat;
    }

    /** The id that the house knows a chat by. */
    static String full(long chat) {
        return PREFIX + chat;
    }

    private List<OutgoingMessage> messages(Send send) {
        List<BotCall> calls = calls(send);
        List<OutgoingMessage> messages = new ArrayList<>();
        for (int page = 0; page < calls.size(); page++) {
            boolean last = page == calls.size() - 1;
            messages.add(message(send.chat(), calls.get(page), last ? send.exchange() : null));
        }
        return messages;
    }

    private List<OutgoingMessage> edited(Outgoing.Edit edit) {
        BotCall call = edit(edit.chat(), edit.message(), edit.text(), edit.buttons());
        return call.hasText()
                ? List.of(message(edit.chat(), call.orElse(anew(edit)), edit.exchange()))
                : List.of();
    }

    private BotCall anew(Outgoing.Edit edit) {
        SendMessage.SendMessageBuilder<?, ?> call = message(edit.chat(), html.editable(edit.text()));
        if (edit.replyTo() != null) {
            call.replyParameters(under(edit.replyTo(), true));
        }
        if (!edit.buttons().isEmpty()) {
            call.replyMarkup(Keyboard.of(edit.buttons()));
        }
        return BotCall.of(call.build());
    }

    private static BotCall edit(Chat chat, String message, String page, @Nullable InlineKeyboardMarkup buttons) {
        EditMessageText.EditMessageTextBuilder<?, ?> call = EditMessageText.builder().chatId(bare(chat.id()))
                .messageId(Integer.valueOf(message)).text(page).parseMode(TelegramHtml.MODE)
                .linkPreviewOptions(NO_PREVIEW);
        if (buttons != null) {
            call.replyMarkup(buttons);
        }
        return BotCall.of(call.build());
    }

    private static BotCall buttons(Outgoing.EditButtons edit) {
        return BotCall.of(EditMessageReplyMarkup.builder().chatId(bare(edit.chat().id()))
                .messageId(Integer.valueOf(edit.message())).replyMarkup(Keyboard.of(edit.buttons())).build());
    }

    private List<OutgoingMessage> pinned(Outgoing.PinInChat pin) {
        return pin.message().isEmpty() ? List.of() : List.of(message(pin.chat(), pin(pin), null));
    }

    /** Nothing for a message whose id is not known any more, since its group moved. */
    private List<OutgoingMessage> unpinned(Outgoing.UnpinInChat unpin) {
        return unpin.message().isEmpty() ? List.of() : List.of(message(unpin.chat(), PinCalls.unpin(unpin), null));
    }

    private BotCall pin(Outgoing.PinInChat pin) {
        return PinCalls.pin(pin)
                .orElse(calls(new Send(pin.chat(), MAY_NOT_PIN, List.of(), null, null, false)).getFirst());
    }

    private OutgoingMessage message(Chat chat, BotCall call, @Nullable String exchange) {
        return message(chat.id(), call, exchange);
    }

    private OutgoingMessage message(String chat, BotCall call, @Nullable String exchange) {
        Instant now = clock.instant();
        return new OutgoingMessage(ids.get(), MESSENGER, chat, call.payload(), exchange, now, now, 0);
    }
}
