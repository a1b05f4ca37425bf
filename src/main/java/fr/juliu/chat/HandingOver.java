package fr.juliu.chat;

import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.HandOver;
import fr.juliu.store.HandOvers;
import fr.juliu.store.Ids;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions that people hand to moderators, and the answers on their way back. Only the question is passed on; where its
 * answer is to go is forgotten once it is given, and after 48 hours at the latest.
 */
final class HandingOver {

    /** The kind of the exchanges whose message asks moderators; the details are the id of the hand-over. */
    static final String KIND = "handed";

    private static final String ANSWERED = "handed-answered";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int MOST_OF_GROUP = 20;
    private static final int MOST_OF_PERSON = 3;
    private static final String NOBODY = "管理员现在不收问题。";
    private static final String TOO_OLD = "这条消息太久了，按钮不能用了。请再问一次。";

    private final WayToPerson way;
    private final HandOvers handOvers;
    private final Exchanges exchanges;
    private final Claims claims;
    private final Moderators moderators;
    private final Notes notes;
    private final Letters letters;
    private final Forwarding others;
    private final Ids ids;
    private final Clock clock;

    HandingOver(WayToPerson way, HandOvers handOvers, Exchanges exchanges, Claims claims, Moderators moderators,
            Notes notes, Letters letters, Forwarding others, Ids ids, Clock clock) {
        this.way = way;
        this.handOvers = handOvers;
        this.exchanges = exchanges;
        this.claims = claims;
        this.moderators = moderators;
        this.notes = notes;
        this.letters = letters;
        this.others = others;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is passed on, and for how long it is kept. */
    static String terms(Chat chat, String question) {
        return "也可以把问题转给管理员。只转这一句：「" + question + "」，不转您的名字和号码。"
                + (chat.isGroup() ? "我会在群里请管理员看；" : "") + "回答来了会"
                + (Letters.waitsIn(chat) ? "在您下次写话时给您看" : "发到这里") + "。有了回答就删掉记录，没有也只留 48 小时。";
    }

    Outgoing.Button button(Exchange question) {
        return new Outgoing.Button("转给管理员", "hand:" + question.id());
    }

    /** Hands the question of an answer to the moderators. */
    List<Outgoing> hand(Incoming.Press press, String id) {
        Optional<Exchange> asked = exchanges.byId(id)
                .filter(e -> e.kind().equals(Answered.KIND) && e.chat().equals(press.chat().id()));
        if (asked.isEmpty()) {
            return Messages.alert(TOO_OLD);
        }
        Optional<Chat> desk = way.deskFor(press.chat());
        if (desk.isEmpty()) {
            return Messages.alert(NOBODY);
        }
        if (claims.isClaimed("handed:" + id)) {
            return Messages.toast("已经转过了，请等回答。");
        }
        String handOver = ids.next();
        boolean group = press.chat().isGroup();
        boolean kept = handOvers.add(new HandOver(handOver, press.chat().id(), press.chat().topic(),
                asked.get().asked(), clock.instant()), group ? MOST_OF_GROUP : MOST_OF_PERSON);
        if (!kept) {
            return Messages.alert("等回答的问题太多了，请等前面的有了回答再转。");
        }
        List<Outgoing> done = group
                ? inGroup(press.chat(), asked.get(), handOver)
                : toDesk(press.chat(), desk.get(), asked.get(), handOver);
        if (done.isEmpty()) {
            handOvers.take(handOver);
            return Messages.alert(NOBODY);
        }
        claims.claim("handed:" + id, group ? null : press.chat().id(), KEPT);
        return done;
    }

    private List<Outgoing> inGroup(Chat chat, Exchange asked, String handOver) {
        return List.of(asking(chat, "", asked, handOver, message(asked.asked())),
                new Outgoing.Toast("转了，请等管理员回复。", false));
    }

    private List<Outgoing> toDesk(Chat from, Chat desk, Exchange asked, String handOver) {
        Outgoing.Send question = asking(desk, Letters.waitsIn(from) ? "从微信转来的。" : "从私聊转来的。", asked, handOver, null);
        Outgoing told = new Outgoing.Send(from, RichText.of("转给管理员了，只转了问题。48 小时内没人回答就作废。"), List.of(), null,
                null, false);
        if (from.messenger().equals(desk.messenger())) {
            return List.of(question, told);
        }
        return others.forward(question) ? List.of(told) : List.of();
    }

    /** The message that asks the moderators. */
    private Outgoing.Send asking(Chat desk, String from, Exchange asked, String handOver, @Nullable String replyTo) {
        String exchange = ids.next();
        exchanges.add(new Exchange(exchange, desk.id(), "", null, KIND, asked.about(), handOver, clock.instant()));
        RichText text = RichText.builder().strong("请管理员回答：").plain(asked.about() + "\n\n（" + from
                + "直接回复这一条就行，我转给提问的人，不用提名字。48 小时内有效。）").build();
        return new Outgoing.Send(desk, text, List.of(), replyTo, exchange, false);
    }

    private static @Nullable String message(String id) {
        return id.isEmpty() ? null : id;
    }

    /** A moderator's answer to a question that was handed over; empty when the message replies to no such question. */
    Optional<List<Outgoing>> answered(Incoming.Message message, Exchange question) {
        if (question.kind().equals(ANSWERED)) {
            return Optional.of(moderators.mayPin(message.chat(), message.person())
                    ? Messages.say(message, "这个问题已经回答过了，没有再转。")
                    : List.of());
        }
        if (!question.kind().equals(KIND)) {
            return Optional.empty();
        }
        Optional<List<Outgoing>> refusal = moderators.refusal(Moderators.Right.PIN, message);
        if (refusal.isPresent()) {
            return refusal;
        }
        String answer = Ellipsis.cut(message.text().strip(), Notes.MOST_ANSWER);
        if (answer.isEmpty()) {
            return Optional.of(Messages.say(message, "请用文字回答。"));
        }
        Optional<HandOver> back = handOvers.take(question.details());
        Kept kept = new Kept(message.id(), answer, null);
        exchanges.update(new Exchange(question.id(), question.chat(), question.asked(), question.sent(), ANSWERED,
                question.about(), JSON.writeValueAsString(kept), question.at()));
        return Optional.of(back.map(to -> given(message, question, to, answer))
                .orElseGet(() -> Messages.say(message, "过了 48 小时，或者提问的人不要了，转不回去。")));
    }

    private List<Outgoing> given(Incoming.Message message, Exchange question, HandOver to, String answer) {
        boolean here = to.chat().equals(message.chat().id());
        RichText text = RichText.builder().strong("管理员回答了「" + question.about() + "」：").plain("\n" + answer)
                .plain("\n\n（这是管理员的回答，不在资料里。）").build();
        List<List<Outgoing.Button>> note = List
                .of(List.of(new Outgoing.Button("记为本群的回答", "hand-note:" + question.id())));
        Chat back = new Chat(to.chat(), here ? Chat.Kind.GROUP : Chat.Kind.PRIVATE, to.topic());
        if (here) {
            return List.of(new Outgoing.Send(back, text, note, message(to.asked()), null, false));
        }
        List<Outgoing> done = new ArrayList<>();
        if (Letters.waitsIn(back)) {
            letters.leave(back, text.plain());
        } else {
            done.add(new Outgoing.Send(back, text, List.of(), null, null, false));
        }
        done.addAll(Messages.say(message, RichText.of("转回去了。以后群里有人问「" + question.about() + "」，要先给这个回答吗？"), note));
        return done;
    }

    /** Keeps a moderator's answer as a note of his group. */
    List<Outgoing> note(Incoming.Press press, String id) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(() -> kept(press, id));
    }

    private List<Outgoing> kept(Incoming.Press press, String id) {
        Optional<Exchange> answered = exchanges.byId(id)
                .filter(e -> e.kind().equals(ANSWERED) && e.chat().equals(press.chat().id()));
        if (answered.isEmpty()) {
            return Messages.alert("这条消息太久了，按钮不能用了。可以回复那条回答写 /save 加上问题。");
        }
        Notes.Done done = notes.keep(press.chat(), press.person(),
                JSON.readValue(answered.get().details(), Kept.class), Notes.questions(answered.get().about()), false);
        return List.of(new Outgoing.EditButtons(press.chat(), press.message(), List.of()),
                new Outgoing.Toast(Ellipsis.cut(done.text().plain(), 200), false));
    }
}
