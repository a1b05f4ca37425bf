package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is answered, and how: questions, commands, buttons, groups that the bot is added to. */
final class ChatReception implements Reception {

    private static final Duration OLD = Duration.ofMinutes(10);
    private static final Duration ONE_APOLOGY = Duration.ofMinutes(30);
    private static final int LONGEST_UNASKED = 200;
    private static final Set<String> WORDS = Set.of("start", "help", "list", "timeline", "source", "privacy", "forget",
            "id");
    /** As people type it: with the slash and letters of a Chinese keyboard too, and without a space behind it. */
    private static final Pattern COMMAND = Pattern.compile(
            "\\s*[/／]\\s*(?<name>[A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿]{1,32})[\\s\\u3000:：]*(?<argument>.*)", Pattern.DOTALL);

    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final Asking asking;
    private final GroupAnswers groupAnswers;
    private final AnswerMessages messages;
    private final Map<String, Command> commands;
    private final PinCommands pins;
    private final PersonAnswers persons;
    private final ButtonActions actions;
    private final InlineAnswers inline;
    private final Welcome welcome;
    private final AskLimit limit;
    private final Claims claims;
    private final Exchanges exchanges;
    private final Groups groups;
    private final Clock clock;

    ChatReception(Asking asking, GroupAnswers groupAnswers, AnswerMessages messages, Map<String, Command> commands,
            PinCommands pins, PersonAnswers persons, ButtonActions actions, InlineAnswers inline, Welcome welcome,
            AskLimit limit,
            Claims claims,
            Exchanges exchanges, Groups groups, Clock clock) {
        this.asking = asking;
        this.groupAnswers = groupAnswers;
        this.messages = messages;
        this.commands = Map.copyOf(commands);
        this.pins = pins;
        this.persons = persons;
        this.actions = actions;
        this.inline = inline;
        this.welcome = welcome;
        this.limit = limit;
        this.claims = claims;
        this.exchanges = exchanges;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public List<Outgoing> receive(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message message -> message.edited() ? edited(message) : message(message);
            case Incoming.Press press -> press(press);
            case Incoming.Inline typed -> inline.to(typed);
            case Incoming.Joined joined -> welcome.to(joined.chat());
            case Incoming.Migrated migrated -> {
                groups.move(migrated.chat().id(), migrated.to());
                yield List.of();
            }
        };
    }

    private List<Outgoing> press(Incoming.Press press) {
        boolean turns = !press.chat().isGroup()
                && (press.data().startsWith("full:") || press.data().startsWith("list:"));
        return limit.count(turns ? word(press.person()) : press.person().id())
                .map(refusal -> Messages.toast("慢一点，请等 " + refusal.seconds() + " 秒再按，谢谢。"))
                .orElseGet(() -> actions.press(press));
    }

    private List<Outgoing> message(Incoming.Message message) {
        boolean old = Duration.between(message.sent(), clock.instant()).compareTo(OLD) > 0;
        if (!message.addressed()) {
            return old ? List.of() : unasked(message);
        }
        if (old) {
            return late(message);
        }
        Optional<AskLimit.Refusal> refusal = limit
                .count(isWord(message) ? word(message.person()) : message.person().id());
        if (refusal.isPresent()) {
            return refusal.get().first()
                    ? Messages.say(message, tooFast(refusal.get()))
                    : List.of();
        }
        return command(message).or(() -> pending(message)).or(() -> persons.to(message))
                .orElseGet(() -> question(message));
    }

    /** Whether it is a command in private that answers no question: it is counted by itself. */
    private static boolean isWord(Incoming.Message message) {
        Matcher words = COMMAND.matcher(message.text());
        return !message.chat().isGroup() && words.matches() && WORDS.contains(name(words));
    }

    /** Under what the commands of a person are counted that are no questions. */
    private static String word(Person person) {
        return "word:" + person.id();
    }

    /** What came while the bot was away: whoever wants to be forgotten is, the rest is to be sent again. */
    private List<Outgoing> late(Incoming.Message message) {
        Matcher words = COMMAND.matcher(message.text());
        return words.matches() && name(words).equals("forget")
                ? command(message).orElseGet(List::of)
                : apology(message);
    }

    /** One apology together for all of it. */
    private List<Outgoing> apology(Incoming.Message message) {
        return claims.claim("late:" + message.chat().place(), message.chat().id(), ONE_APOLOGY)
                ? List.of(new Outgoing.Send(message.chat(),
                        RichText.of("抱歉，我刚才断线了，没能及时处理。还需要的话，请再发一次。"), List.of(), null, null,
                        false))
                : List.of();
    }

    /** What is sent in reply to the bot: what it asked a moderator for, or an objection to its answer. */
    private Optional<List<Outgoing>> pending(Incoming.Message message) {
        Incoming.Quoted quoted = message.quoted();
        return quoted == null || !quoted.byBot()
                ? Optional.empty()
                : exchanges.bySent(message.chat().id(), quoted.id())
                        .flatMap(asked -> pins.named(message, asked).or(() -> persons.answered(message, asked)))
                        .or(() -> actions.objection(message, quoted));
    }

    private Optional<List<Outgoing>> command(Incoming.Message message) {
        Matcher words = COMMAND.matcher(message.text());
        if (!words.matches()) {
            return Optional.empty();
        }
        Command command = commands.get(name(words));
        if (command == null) {
            return Optional.of(message.chat().isGroup()
                    ? List.of()
                    : Messages.say(message, "没有这个命令。直接写问题就行，或者看 /help"));
        }
        return Optional.of(command.run(message, words.group("argument").strip()));
    }

    private static String name(Matcher words) {
        return Normalizer.normalize(words.group("name"), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private List<Outgoing> question(Incoming.Message message) {
        if (message.text().isBlank()) {
            return Messages.say(message, "请用文字把问题写出来，比如「学生居留能网上申请吗」。");
        }
        return give(message, look(message, message.chat().conversation()));
    }

    private List<Outgoing> unasked(Incoming.Message message) {
        return sure(message).map(reply -> give(message, reply)).orElseGet(List::of);
    }

    /** The answer to what nobody put to the bot; empty unless moderators want that and it is sure enough. */
    private Optional<Reply> sure(Incoming.Message message) {
        if (!message.chat().isGroup() || message.quoted() != null || message.text().isBlank()
                || message.text().length() > LONGEST_UNASKED || isCommand(message)
                || persons.isWish(message.text())) {
            return Optional.empty();
        }
        GroupSettings settings = groups.settings(message.chat().id());
        if (!settings.auto()) {
            return Optional.empty();
        }
        Reply reply = look(message, null);
        boolean speaks = reply.isAsked() && isVerdict(reply.answer())
                && reply.answer().confidence() >= settings.confidence();
        return speaks && limit.count("unasked:" + message.person().id()).isEmpty()
                ? Optional.of(reply)
                : Optional.empty();
    }

    private Reply look(Incoming.Message message, @Nullable ConversationKey conversation) {
        return groupAnswers.before(asking.look(message.text(), conversation), message.chat());
    }

    private List<Outgoing> give(Incoming.Message message, Reply reply) {
        asking.keep(reply, message.chat());
        return messages.all(message.chat(), message.id(), Messages.replyTo(message), reply);
    }

    /** What a message is worth now that it says something else; one that had no answer is taken for a new one. */
    private List<Outgoing> edited(Incoming.Message message) {
        if (message.text().isBlank() || isCommand(message)) {
            return List.of();
        }
        Optional<Exchange> told = exchanges.byAsked(message.chat().id(), message.id()).filter(
                exchange -> exchange.kind().equals(Answered.KIND) || exchange.kind().equals(PendingPin.NAMED));
        if (told.isEmpty()) {
            return message.addressed() ? message(message) : List.of();
        }
        // messengers call it an edit too when only a reaction or a preview came
        return NUMBERS.mask(message.text()).equals(told.get().about()) ? List.of() : changed(message, told.get());
    }

    private List<Outgoing> changed(Incoming.Message message, Exchange told) {
        boolean names = told.kind().equals(PendingPin.NAMED);
        if ((names || message.addressed()) && limit.count(message.person().id()).isPresent()) {
            return List.of();
        }
        if (names) {
            return pins.edited(message, told);
        }
        ConversationKey conversation = message.chat().conversation();
        Optional<Reply> reply = message.addressed() ? Optional.of(look(message, conversation)) : sure(message);
        reply.ifPresent(given -> asking.keep(given, message.chat()));
        return reply.map(given -> messages.edit(message, told, given)).orElseGet(List::of);
    }

    private static boolean isCommand(Incoming.Message message) {
        return COMMAND.matcher(message.text()).matches();
    }

    private static String tooFast(AskLimit.Refusal refusal) {
        return "问得有点快，请等 " + refusal.seconds() + " 秒再问，谢谢。";
    }

    private static boolean isVerdict(@Nullable Answer answer) {
        return !(answer instanceof Answer.Unknown) && !(answer instanceof Answer.Clarify);
    }
}
