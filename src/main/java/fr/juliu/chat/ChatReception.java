package fr.juliu.chat;

import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Groups;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is answered, and how: questions, commands, buttons, groups that the bot is added to. */
final class ChatReception implements Reception {

    private static final Duration OLD = Duration.ofMinutes(10);
    private static final Duration ONE_APOLOGY = Duration.ofMinutes(30);
    private static final Set<String> WORDS = Set.of("start", "help", "list", "timeline", "source", "privacy", "forget",
            "id");
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final Answering answering;
    private final ReplyChain chain;
    private final Replying replying;
    private final Unasked unasked;
    private final GroupRules rules;
    private final Albums albums;
    private final Map<String, Command> commands;
    private final PinCommands pins;
    private final EditedPins editedPins;
    private final PersonAnswers persons;
    private final ButtonActions actions;
    private final InlineAnswers inline;
    private final Welcome welcome;
    private final AskLimit limit;
    private final Claims claims;
    private final Exchanges exchanges;
    private final Groups groups;
    private final Clock clock;

    ChatReception(Answering answering, ReplyChain chain, Replying replying, Unasked unasked, GroupRules rules,
            Albums albums, Map<String, Command> commands, PinCommands pins, EditedPins editedPins,
            PersonAnswers persons, ButtonActions actions, InlineAnswers inline, Welcome welcome, AskLimit limit,
            Claims claims,
            Exchanges exchanges, Groups groups, Clock clock) {
        this.answering = answering;
        this.chain = chain;
        this.replying = replying;
        this.unasked = unasked;
        this.rules = rules;
        this.albums = albums;
        this.commands = Map.copyOf(commands);
        this.pins = pins;
        this.editedPins = editedPins;
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
            case Incoming.Message message ->
                rules.said(message.chat(), message.edited() ? edited(message) : message(message));
            case Incoming.Press press -> rules.said(press.chat(), press(press));
            case Incoming.Inline typed -> inline.to(typed);
            case Incoming.Joined joined -> welcome.to(joined.chat());
            case Incoming.Migrated migrated -> {
                groups.move(migrated.chat().id(), migrated.to());
                yield List.of();
            }
        };
    }

    private List<Outgoing> press(Incoming.Press press) {
        if (rules.isMuted(press.chat(), press.person())) {
            return List.of();
        }
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
        if (rules.isMuted(message.chat(), message.person())) {
            return List.of();
        }
        return old ? late(message) : answered(message);
    }

    private List<Outgoing> answered(Incoming.Message message) {
        if (Typed.isCommand(message.text())) {
            return counted(message).orElseGet(() -> command(message));
        }
        if (replying.isAwaited(message)) {
            return counted(message).orElseGet(() -> replying.to(message).orElseGet(List::of));
        }
        return replying.to(message).map(said -> counted(message, said)).orElseGet(() -> counted(message)
                .orElseGet(() -> persons.to(message).orElseGet(() -> question(message))));
    }

    /** What is said, unless it is one thing too many; silence counts for nothing. */
    private List<Outgoing> counted(Incoming.Message message, List<Outgoing> said) {
        return said.isEmpty() ? said : counted(message).orElse(said);
    }

    /** A word to whoever asks too fast, the first time; empty for everybody else. */
    private Optional<List<Outgoing>> counted(Incoming.Message message) {
        return limit.count(isWord(message) ? word(message.person()) : message.person().id())
                .map(refusal -> refusal.first() ? Messages.say(message, tooFast(refusal)) : List.of());
    }

    /** Whether it is a command in private that answers no question: it is counted by itself. */
    private static boolean isWord(Incoming.Message message) {
        return !message.chat().isGroup()
                && Typed.read(message.text()).filter(typed -> WORDS.contains(typed.name())).isPresent();
    }

    /** Under what the commands of a person are counted that are no questions. */
    private static String word(Person person) {
        return "word:" + person.id();
    }

    /** What came while the bot was away: whoever wants to be forgotten is, what asks nothing gets none, the rest is to be sent again. */
    private List<Outgoing> late(Incoming.Message message) {
        if (Typed.read(message.text()).filter(typed -> typed.name().equals("forget")).isPresent()) {
            return command(message);
        }
        boolean asks = !message.isMereReply() || replying.isAwaited(message) || replying.to(message).isEmpty();
        return asks ? apology(message) : List.of();
    }

    /** One apology together for all of it. */
    private List<Outgoing> apology(Incoming.Message message) {
        return claims.claim("late:" + message.chat().place(), message.chat().id(), ONE_APOLOGY)
                ? List.of(new Outgoing.Send(message.chat(),
                        RichText.of("抱歉，我刚才断线了，没能及时处理。还需要的话，请再发一次。"), List.of(), null, null,
                        false))
                : List.of();
    }

    private List<Outgoing> command(Incoming.Message message) {
        return Typed.read(message.text()).<List<Outgoing>>map(typed -> {
            Command command = commands.get(typed.name());
            if (command == null) {
                return message.chat().isGroup()
                        ? List.of()
                        : Messages.say(message, "没有这个命令。直接写问题就行，或者看 /help");
            }
            return command.run(message, typed.argument());
        }).orElseGet(List::of);
    }

    private List<Outgoing> question(Incoming.Message message) {
        if (message.text().isBlank()) {
            return albums.withoutWords(message);
        }
        if (rules.cools(message.chat(), message.person())) {
            return List.of();
        }
        Reply reply = look(message);
        return albums.withWords(message).map(said -> answering.change(message, said, reply))
                .orElseGet(() -> give(message, reply));
    }

    private List<Outgoing> unasked(Incoming.Message message) {
        return unasked.to(message).filter(reply -> limit.count("unasked:" + message.person().id()).isEmpty())
                .map(reply -> give(message, reply)).orElseGet(List::of);
    }

    private Reply look(Incoming.Message message) {
        return answering.ask(message.text(), chain.of(message), message.chat(), message.person());
    }

    private List<Outgoing> give(Incoming.Message message, Reply reply) {
        return answering.give(message.chat(), message.person(), message.id(), Messages.replyTo(message), reply);
    }

    /** What a message is worth now that it says something else; one that had no answer is taken for a new one. */
    private List<Outgoing> edited(Incoming.Message message) {
        Optional<List<Outgoing>> kept = editedPins.edited(message);
        if (kept.isPresent() || message.text().isBlank() || Typed.isCommand(message.text())) {
            return kept.orElseGet(List::of);
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
        if (rules.isMuted(message.chat(), message.person())
                || ((names || message.addressed()) && limit.count(message.person().id()).isPresent())) {
            return List.of();
        }
        if (names) {
            return pins.edited(message, told);
        }
        Optional<List<Outgoing>> replied = message.isMereReply() ? replying.to(message) : Optional.empty();
        if (replied.isEmpty() && message.addressed()) {
            replied = persons.to(message);
        }
        if (replied.isPresent()) {
            return replied.get();
        }
        Optional<Reply> reply = message.addressed() ? Optional.of(look(message)) : unasked.to(message);
        return reply.map(given -> answering.change(message, told, given)).orElseGet(List::of);
    }

    private static String tooFast(AskLimit.Refusal refusal) {
        return "问得有点快，请等 " + refusal.seconds() + " 秒再问，谢谢。";
    }
}
