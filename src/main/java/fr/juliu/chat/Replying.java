package fr.juliu.chat;

import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is said in reply to the bot: what it asked a moderator for, a wish for a person, an objection, a question, or a
 * remark.
 */
final class Replying {

    private static final Duration KNOWN = Duration.ofDays(2);

    private final Exchanges exchanges;
    private final ReplyChain chain;
    private final PinCommands pins;
    private final PersonAnswers persons;
    private final ButtonActions actions;
    private final Remarks remarks;
    private final Answering answering;
    private final GroupRules rules;
    private final Claims claims;

    Replying(Exchanges exchanges, ReplyChain chain, PinCommands pins, PersonAnswers persons,
            ButtonActions actions, Remarks remarks, Answering answering, GroupRules rules, Claims claims) {
        this.exchanges = exchanges;
        this.chain = chain;
        this.pins = pins;
        this.persons = persons;
        this.actions = actions;
        this.remarks = remarks;
        this.answering = answering;
        this.rules = rules;
        this.claims = claims;
    }

    /** What is done about a reply to the bot that is no question; empty for anything else. */
    Optional<List<Outgoing>> to(Incoming.Message message) {
        if (!isToBot(message)) {
            return Optional.empty();
        }
        Optional<Exchange> told = told(message);
        return told.flatMap(asked -> pins.named(message, asked).or(() -> persons.answered(message, asked)))
                .or(() -> wish(message))
                .or(() -> told.flatMap(answer -> objection(message, answer)))
                .or(() -> message.isMereReply() && !asks(message) ? Optional.of(List.of()) : Optional.empty());
    }

    /** Whether it is a reply that the bot asked for, or one that wants a person: such is never left alone. */
    boolean isAwaited(Incoming.Message message) {
        return isToBot(message) && (persons.isWish(message.text())
                || told(message).filter(asked -> PendingPin.KIND.equals(asked.kind())
                        || HandingOver.KIND.equals(asked.kind())).isPresent());
    }

    private static boolean isToBot(Incoming.Message message) {
        return message.quoted() != null && message.quoted().byBot();
    }

    private Optional<Exchange> told(Incoming.Message message) {
        Incoming.Quoted quoted = message.quoted();
        return quoted == null ? Optional.empty() : exchanges.bySent(message.chat().id(), quoted.id());
    }

    /** What is said to who wants a person, or to leave; nothing where the bot speaks to its name alone. */
    private Optional<List<Outgoing>> wish(Incoming.Message message) {
        return persons.to(message)
                .map(said -> message.isMereReply() && !rules.answersReplies(message.chat()) ? List.of() : said);
    }

    /** One line of thanks for the first objection to an answer in a group, and silence for those that follow. */
    private Optional<List<Outgoing>> objection(Incoming.Message message, Exchange answer) {
        Optional<Objection> objection = remarks.objection(message.text());
        if (objection.isEmpty() || !actions.objected(message, answer, objection.get())) {
            return Optional.empty();
        }
        boolean says = !message.chat().isGroup() || (rules.answersReplies(message.chat())
                && claims.claim("objection:" + answer.id(), KNOWN));
        return Optional.of(says ? Messages.say(message, "谢谢，记下了。") : List.of());
    }

    private boolean asks(Incoming.Message message) {
        return rules.answersReplies(message.chat()) && remarks.asks(message.text(),
                answering.look(message.text(), null, message.chat()),
                answering.look(message.text(), chain.of(message), message.chat()));
    }
}
