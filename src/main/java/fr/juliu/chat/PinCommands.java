package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands with which moderators keep answers for their group. */
final class PinCommands {

    private static final String HOW = "请回复要记住的那条消息，写 /save 加上问题，比如：/save 宣誓翻译找谁"
            + "\n几个问题用分号隔开。写 /pin 就同时在群里置顶。";
    private static final String ONLY_GROUPS = "这个命令在群里用。";
    private static final String NO_WORDS = "没看到文字，请再回复一次，写出问题。";
    /** Stands above a group's own answer, in either script. */
    private static final Pattern HEADER = Pattern.compile("^本群的回答（[^\n]*\n");
    /** Stands below an answer, in either script. */
    private static final Pattern FOOTER = Pattern.compile("\n\n(?:[资資]料截至|日期不明|文章：)(?:(?!\n\n)[\\s\\S])*$");
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final Notes notes;
    private final Exchanges exchanges;
    private final Moderators moderators;
    private final PinList list;
    private final MissedList missed;
    private final Ids ids;
    private final Clock clock;

    PinCommands(Notes notes, Exchanges exchanges, Moderators moderators, PinList list, MissedList missed, Ids ids,
            Clock clock) {
        this.notes = notes;
        this.exchanges = exchanges;
        this.moderators = moderators;
        this.list = list;
        this.missed = missed;
        this.ids = ids;
        this.clock = clock;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("pin", guarded((message, argument) -> keep(message, argument, false)), "save",
                guarded((message, argument) -> keep(message, argument, true)), "pins",
                guarded((message, argument) -> page(message, list.page(message.chat(), "0"))), "unpin",
                guarded(this::unpin), "missed",
                guarded((message, argument) -> page(message, missed.page(message.chat(), "0"))));
    }

    /** What a moderator sent in reply to the bot's asking: questions, or an answer; empty when it was not that. */
    Optional<List<Outgoing>> named(Incoming.Message message, Exchange exchange) {
        Optional<PendingPin> pending = PendingPin.read(exchange);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Outgoing>> refusal = moderators.refusal(Moderators.Right.PIN, message);
        if (refusal.isPresent()) {
            return refusal;
        }
        List<String> questions = Notes.questions(message.text());
        if (questions.isEmpty()) {
            return Optional.of(Messages.say(message, NO_WORDS));
        }
        // asked and answered: what is said to it from now on is said to the bot
        exchanges.update(new Exchange(exchange.id(), exchange.chat(), exchange.asked(), exchange.sent(),
                PendingPin.ANSWERED, exchange.about(), "", exchange.at()));
        return Optional.of(switch (pending.get()) {
            case PendingPin.New kept -> keep(message, kept, questions, true);
            case PendingPin.Rename rename -> List.of(confirmation(message,
                    notes.rename(message.chat(), rename.pin(), questions), told(message, rename.pin())));
            case PendingPin.Missed asked -> missed.answered(message, asked);
        });
    }

    /** Other questions for a note, since the message that told them was edited; the confirmation says so. */
    List<Outgoing> edited(Incoming.Message message, Exchange named) {
        List<String> questions = Notes.questions(message.text());
        if (questions.isEmpty() || !moderators.mayPin(message.chat(), message.person())) {
            return List.of();
        }
        exchanges.update(new Exchange(named.id(), named.chat(), named.asked(), named.sent(), named.kind(),
                message.text(), named.details(), named.at()));
        RichText text = notes.rename(message.chat(), named.details(), questions);
        String sent = named.sent();
        return sent == null
                ? Messages.say(message, text)
                : List.of(new Outgoing.Edit(message.chat(), sent, text, List.of()));
    }

    /** The exchange that knows which note a message gave its questions, should the message be edited. */
    private String told(Incoming.Message message, String note) {
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), message.id(), null, PendingPin.NAMED, message.text(), note,
                clock.instant()));
        return id;
    }

    private Command guarded(Command command) {
        return (message, argument) -> {
            if (!message.chat().isGroup()) {
                return Messages.say(message, ONLY_GROUPS);
            }
            return moderators.refusal(Moderators.Right.PIN, message)
                    .orElseGet(() -> command.run(message, argument));
        };
    }

    private List<Outgoing> keep(Incoming.Message message, String argument, boolean saved) {
        Incoming.Quoted quoted = message.quoted();
        if (quoted == null) {
            return Messages.say(message, HOW);
        }
        Optional<String> answer = answer(quoted, message.person());
        if (answer.isEmpty()) {
            return Messages.say(message, "这条消息里没有文字，记不下来。请回复一条有文字、图片或文件的消息。");
        }
        Attachment file = quoted.file();
        PendingPin.New kept = new PendingPin.New(quoted.id(), answer.get(), file == null ? null : file.written(),
                saved);
        List<String> questions = argument.isEmpty() ? asked(message.chat(), quoted) : Notes.questions(argument);
        return questions.isEmpty()
                ? ask(message, kept, "这条消息回答的是什么问题？请回复我这一句，写出问题；几个问题用分号隔开。")
                : keep(message, kept, questions, false);
    }

    private List<Outgoing> ask(Incoming.Message message, PendingPin pending, String text) {
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), message.id(), null, PendingPin.KIND, "",
                pending.details(), clock.instant()));
        return List.of(new Outgoing.Send(message.chat(), RichText.of(text), List.of(), message.id(), id, true));
    }

    /** @param told whether the message told the questions alone, so that an edit of it changes them */
    private List<Outgoing> keep(Incoming.Message message, PendingPin.New kept, List<String> questions, boolean told) {
        Notes.Done outcome = notes.keep(message.chat(), message.person(), kept.kept(), questions, !kept.saved());
        String note = outcome.note();
        List<Outgoing> done = new ArrayList<>(List.of(confirmation(message, outcome.text(),
                told && note != null ? told(message, note) : null)));
        done.addAll(outcome.more());
        return done;
    }

    private static Outgoing confirmation(Incoming.Message message, RichText text, @Nullable String exchange) {
        return new Outgoing.Send(message.chat(), text, List.of(), Messages.replyTo(message), exchange, false);
    }

    private List<Outgoing> unpin(Incoming.Message message, String argument) {
        Optional<Note> note = chosen(message, argument);
        if (note.isEmpty()) {
            return Messages.say(message, "请回复那条记下的消息写 /unpin，或者写 /unpin 加上 /pins 里的序号。");
        }
        List<Outgoing> done = new ArrayList<>(Messages.say(message,
                RichText.of("不再记着" + note.get().quoted() + "的回答了。"), List.of(List.of(Notes.undo(note.get())))));
        done.addAll(notes.drop(message.chat(), note.get()));
        return done;
    }

    private Optional<Note> chosen(Incoming.Message message, String argument) {
        Incoming.Quoted quoted = message.quoted();
        if (argument.isEmpty()) {
            return quoted == null ? Optional.empty() : notes.byMessage(message.chat(), quoted.id());
        }
        List<Note> all = notes.of(message.chat());
        if (argument.matches("\\d{1,4}")) {
            int number = Integer.parseInt(argument);
            return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
        }
        List<String> questions = Notes.questions(argument);
        return all.stream().filter(note -> note.questions().stream().anyMatch(questions::contains)).findFirst();
    }

    /** The question that the bot answered in a message of its own. */
    private List<String> asked(Chat chat, Incoming.Quoted quoted) {
        return !quoted.byBot()
                ? List.of()
                : exchanges.bySent(chat.id(), quoted.id()).filter(e -> e.kind().equals(Answered.KIND))
                        .map(Exchange::about).map(Notes::questions).orElse(List.of());
    }

    /**
     * The text to keep: of the bot's own answers without what is told anew each time, such as date and source; of others'
     * words without how to reach them, which are the moderator's own to publish.
     */
    private static Optional<String> answer(Incoming.Quoted quoted, Person moderator) {
        Person by = quoted.by();
        Optional<String> kept = quoted.byBot() || (by != null && by.id().equals(moderator.id()))
                ? published(quoted.text(), quoted.byBot())
                : withoutContacts(quoted.text());
        return kept.or(() -> quoted.file() != null
                ? Optional.of("")
                : Optional.ofNullable(quoted.link()).map(link -> "请看群里的这条消息：" + link));
    }

    private static Optional<String> published(String words, boolean byBot) {
        return kept(byBot ? FOOTER.matcher(HEADER.matcher(words.strip()).replaceFirst("")).replaceFirst("") : words,
                NUMBERS::maskPublished);
    }

    /** What is kept of a moderator's own words; empty where they say nothing. */
    static Optional<String> published(String words) {
        return published(words, false);
    }

    /** What is kept of another's words; empty where they say nothing. */
    static Optional<String> withoutContacts(String words) {
        return kept(words, NUMBERS::maskPapers);
    }

    private static Optional<String> kept(String words, UnaryOperator<String> mask) {
        String text = words.strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(Ellipsis.cut(mask.apply(text), Notes.MOST_ANSWER));
    }

    private static List<Outgoing> page(Incoming.Message message, TablePages.Page page) {
        return Messages.say(message, page.text(), page.buttons());
    }
}
