package fr.juliu.chat;

import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is said in reply to the bot: the question for a pin that it asked for, an objection, a question, or a remark. */
final class Replying {

    private static final Duration KNOWN = Duration.ofDays(2);

    private final Exchanges exchanges;
    private final ReplyChain chain;
    private final PinCommands pins;
    private final ButtonActions actions;
    private final Remarks remarks;
    private final Answering answering;
    private final GroupRules rules;
    private final Claims claims;

    Replying(Exchanges exchanges, ReplyChain chain, PinCommands pins, ButtonActions actions, Remarks remarks,
            Answering answering, GroupRules rules, Claims claims) {
        this.exchanges = exchanges;
        this.chain = chain;
        this.pins = pins;
        this.actions = actions;
        this.remarks = remarks;
        this.answering = answering;
        this.rules = rules;
        this.claims = claims;
    }

    /** What is done about a reply to the bot that is no question; empty for anything else. */
    Optional<List<Outgoing>> to(Incoming.Message message) {
        Incoming.Quoted quoted = message.quoted();
        if (quoted == null || !quoted.byBot()) {
            return Optional.empty();
        }
        Optional<Exchange> told = exchanges.bySent(message.chat().id(), quoted.id());
        return told.flatMap(asked -> pins.named(message, asked))
                .or(() -> told.flatMap(answer -> objection(message, answer)))
                .or(() -> message.isMereReply() && !asks(message) ? Optional.of(List.of()) : Optional.empty());
    }

    /** One line of thanks for the first objection to an answer in a group, and silence for those that follow. */
    private Optional<List<Outgoing>> objection(Incoming.Message message, Exchange answer) {
        Optional<Objection> objection = Objection.read(message.text()).or(() -> remarks.isObjection(message.text())
                ? Optional.of(new Objection(message.text(), null))
                : Optional.empty());
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
