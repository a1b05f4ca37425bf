package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands with which moderators keep answers for their group. */
final class PinCommands {

    private static final String HOW = "请回复要记住的那条消息，写 /pin 加上问题，比如：/pin 宣誓翻译找谁";
    private static final String ONLY_GROUPS = "这个命令在群里用。";
    /** Stands above a group's own answer, in either script. */
    private static final Pattern HEADER = Pattern.compile("^本群的回答（[^\n]*\n");
    /** Stands below an answer, in either script. */
    private static final Pattern FOOTER = Pattern.compile("\n\n(?:[资資]料截至|日期不明|文章：)(?:(?!\n\n)[\\s\\S])*$");
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();
    private static final int MOST_ANSWER = 3000;
    private static final int MOST_QUESTION = 200;

    private final Pins pins;
    private final Exchanges exchanges;
    private final GroupAnswers answers;
    private final Moderators moderators;
    private final PinList list;
    private final Ids ids;
    private final Clock clock;

    PinCommands(Pins pins, Exchanges exchanges, GroupAnswers answers, Moderators moderators, PinList list, Ids ids,
            Clock clock) {
        this.pins = pins;
        this.exchanges = exchanges;
        this.answers = answers;
        this.moderators = moderators;
        this.list = list;
        this.ids = ids;
        this.clock = clock;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("pin", guarded(this::pin), "pins", guarded((message, argument) -> {
            TablePages.Page page = list.page(message.chat(), "0");
            return Messages.say(message, page.text(), page.buttons());
        }), "unpin", guarded(this::unpin));
    }

    /** The question for a pin, as its moderator sent it in reply to the bot's asking; empty when it was not that. */
    Optional<List<Outgoing>> named(Incoming.Message message, Exchange exchange) {
        Optional<PendingPin> pending = PendingPin.read(exchange);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Outgoing>> refusal = moderators.refusal(Moderators.Right.PIN, message);
        if (refusal.isPresent()) {
            return refusal;
        }
        String question = question(message.text());
        if (question.isEmpty()) {
            return Optional.of(Messages.say(message, "没看到文字，请再回复一次，写出问题。"));
        }
        // asked and answered: what is said to it from now on is said to the bot
        exchanges.update(new Exchange(exchange.id(), exchange.chat(), exchange.asked(), exchange.sent(),
                PendingPin.ANSWERED, exchange.about(), "", exchange.at()));
        return Optional.of(switch (pending.get()) {
            case PendingPin.New pin -> {
                String id = ids.next();
                yield keep(message, id, pin.message(), pin.answer(), question, told(message, id, question));
            }
            case PendingPin.Rename rename -> List.of(confirmation(message, rename(message, rename.pin(), question),
                    told(message, rename.pin(), question)));
        });
    }

    /** Another question for a pin, since the message that told it was edited; the confirmation says so. */
    List<Outgoing> edited(Incoming.Message message, Exchange named) {
        String question = question(message.text());
        if (question.isEmpty() || question.equals(named.about())
                || !moderators.mayPin(message.chat(), message.person())) {
            return List.of();
        }
        exchanges.update(new Exchange(named.id(), named.chat(), named.asked(), named.sent(), named.kind(), question,
                named.details(), named.at()));
        RichText text = rename(message, named.details(), question);
        String sent = named.sent();
        return sent == null
                ? Messages.say(message, text)
                : List.of(new Outgoing.Edit(message.chat(), sent, text, List.of()));
    }

    /** The exchange that knows which pin a message gave its question, should the message be edited. */
    private String told(Incoming.Message message, String pin, String question) {
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), message.id(), null, PendingPin.NAMED, question, pin,
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

    private List<Outgoing> pin(Incoming.Message message, String argument) {
        Incoming.Quoted quoted = message.quoted();
        if (quoted == null) {
            return Messages.say(message, HOW);
        }
        Optional<String> answer = answer(quoted);
        if (answer.isEmpty()) {
            return Messages.say(message, "这条消息里没有文字，记不下来。请回复一条有文字的消息。");
        }
        String question = argument.isEmpty() ? asked(message.chat(), quoted) : question(argument);
        return question == null
                ? ask(message, new PendingPin.New(quoted.id(), answer.get()), "这条消息回答的是什么问题？请回复我这一句，写出问题。")
                : keep(message, ids.next(), quoted.id(), answer.get(), question, null);
    }

    private List<Outgoing> ask(Incoming.Message message, PendingPin pending, String text) {
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), message.id(), null, PendingPin.KIND, "",
                pending.details(), clock.instant()));
        return List.of(new Outgoing.Send(message.chat(), RichText.of(text), List.of(), message.id(), id, true));
    }

    private List<Outgoing> keep(Incoming.Message message, String id, String pinned, String answer, String question,
            @Nullable String exchange) {
        Person by = message.person();
        pins.keep(new Pin(id, message.chat().id(), question, answer, pinned,
                by.anonymous() ? null : by.id(), by.name(), clock.instant(), answers.edition(),
                answers.verdict(question)));
        boolean allowed = moderators.botMayPin(message.chat());
        RichText.Builder text = RichText.builder().strong("记住了。").plain("以后群里有人问「" + question + "」，先给这个回答。");
        if (!allowed) {
            text.plain("\n没能在群里置顶：我缺少「置顶消息」（Pin Messages）的管理员权限。");
        }
        List<Outgoing> done = new ArrayList<>(List.of(confirmation(message, text.build(), exchange)));
        if (allowed) {
            done.add(new Outgoing.PinInChat(message.chat(), pinned));
        }
        return done;
    }

    private static Outgoing confirmation(Incoming.Message message, RichText text, @Nullable String exchange) {
        return new Outgoing.Send(message.chat(), text, List.of(), Messages.replyTo(message), exchange, false);
    }

    /** Renames a pin; what is to be said about it. */
    private RichText rename(Incoming.Message message, String pin, String question) {
        if (pins.byId(message.chat().id(), pin).isEmpty()) {
            return RichText.of("这条回答已经不在了。");
        }
        pins.rename(message.chat().id(), pin, question, answers.edition(), answers.verdict(question));
        return RichText.of("改好了，现在回答的是「" + question + "」。");
    }

    private List<Outgoing> unpin(Incoming.Message message, String argument) {
        Optional<Pin> pin = chosen(message, argument);
        if (pin.isEmpty()) {
            return Messages.say(message, "请回复那条置顶的消息写 /unpin，或者写 /unpin 加上 /pins 里的序号。");
        }
        pins.remove(message.chat().id(), pin.get().id());
        List<Outgoing> done = new ArrayList<>(
                Messages.say(message, "不再记着「" + pin.get().question() + "」的回答了。"));
        if (moderators.botMayPin(message.chat())) {
            done.add(new Outgoing.UnpinInChat(message.chat(), pin.get().message()));
        }
        return done;
    }

    private Optional<Pin> chosen(Incoming.Message message, String argument) {
        String chat = message.chat().id();
        Incoming.Quoted quoted = message.quoted();
        if (argument.isEmpty()) {
            return quoted == null ? Optional.empty() : pins.byMessage(chat, quoted.id());
        }
        List<Pin> all = pins.of(chat);
        if (argument.matches("\\d{1,4}")) {
            int number = Integer.parseInt(argument);
            return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
        }
        return all.stream().filter(pin -> pin.question().equals(question(argument))).findFirst();
    }

    /** The question that the bot answered in a message of its own. */
    private @Nullable String asked(Chat chat, Incoming.Quoted quoted) {
        return !quoted.byBot()
                ? null
                : exchanges.bySent(chat.id(), quoted.id()).filter(e -> e.kind().equals(Answered.KIND))
                        .map(Exchange::about).orElse(null);
    }

    /** The text to keep: of the bot's own answers without what is told anew each time, such as date and source. */
    private static Optional<String> answer(Incoming.Quoted quoted) {
        return answer(quoted.text(), quoted.byBot())
                .or(() -> Optional.ofNullable(quoted.link()).map(link -> "请看群里的这条消息：" + link));
    }

    /** The same of a message's words; empty where they say nothing. */
    static Optional<String> answer(String words, boolean byBot) {
        String text = words.strip();
        String kept = byBot ? FOOTER.matcher(HEADER.matcher(text).replaceFirst("")).replaceFirst("") : text;
        return kept.isEmpty() ? Optional.empty() : Optional.of(Ellipsis.cut(NUMBERS.maskPapers(kept), MOST_ANSWER));
    }

    /** As it is stored, so that what is shown is what is kept. */
    private static String question(String text) {
        return Ellipsis.cut(NUMBERS.mask(text.replaceAll("[\\s\\u3000]+", " ").strip()), MOST_QUESTION);
    }
}
