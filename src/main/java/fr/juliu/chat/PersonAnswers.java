package fr.juliu.chat;

import fr.juliu.keep.Complaint;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said to those who want a person, want to leave, or say how they find an answer. */
final class PersonAnswers {

    private static final Duration LATELY = Duration.ofMinutes(30);
    private static final String COMPLAINT = "对哪条回答有意见：回复那条（微信里直接写）「答错了」，或者「过时了」加上新的链接，管资料的人会看到。"
            + "\n要投诉 préfecture、平台或别人，请写出投诉谁、什么事，我查资料里怎么写。\n\n";
    private static final String LEAVE = "我不主动发消息，只在您写话时回答。";
    private static final String LEAVE_WECHAT = "\n取消关注：点右上角的头像，再点右上角「…」，选「不再关注」。\n要我忘掉您，先回复「忘掉我」。";
    private static final String LEAVE_PRIVATE = "\n不想再看到我：点开我的头像，选「屏蔽」（Block），再删掉对话。\n要我忘掉您，先写 /forget";
    private static final String LEAVE_GROUP = "\n不想在群里看到我，请群管理员把我移出去，或者在 /settings 里关掉自动回答。";

    private final WayToPerson way;
    private final HandingOver handing;
    private final Exchanges exchanges;
    private final Judgements judgements;
    private final Clock clock;

    PersonAnswers(WayToPerson way, HandingOver handing, Exchanges exchanges, Judgements judgements,
            Clock clock) {
        this.way = way;
        this.handing = handing;
        this.exchanges = exchanges;
        this.judgements = judgements;
        this.clock = clock;
    }

    /** What is said to a message that wishes something; empty when it asks something. */
    Optional<List<Outgoing>> to(Incoming.Message message) {
        return way.wish(message.text()).map(wish -> switch (wish) {
            case PERSON -> offer(message.chat(), Messages.replyTo(message), answered(message));
            case COMPLAINT -> Messages.say(message,
                    RichText.builder().plain(COMPLAINT).add(way.told(message.chat())).build());
            case LEAVE -> Messages.say(message, LEAVE + leave(message.chat()));
            case PLEASED -> pleased(message);
            case DISPLEASED -> displeased(message);
        });
    }

    /** Whether a text wishes something, so that no article answers it. */
    boolean isWish(String text) {
        return way.wish(text).isPresent();
    }

    /** What a moderator writes in reply to a question that was handed over; empty when the message replies to none. */
    Optional<List<Outgoing>> answered(Incoming.Message message, Exchange question) {
        return handing.answered(message, question);
    }

    /** Who is to be asked, to whoever pressed the button under a refusal. */
    List<Outgoing> press(Incoming.Press press, String id) {
        Optional<Exchange> refused = exchanges.byId(id)
                .filter(e -> e.kind().equals(Answered.KIND) && e.chat().equals(press.chat().id()));
        return offer(press.chat(), press.message(), refused.orElse(null));
    }

    private List<Outgoing> offer(Chat chat, @Nullable String replyTo, @Nullable Exchange about) {
        RichText.Builder text = RichText.builder().add(way.told(chat));
        if (about == null || way.deskFor(chat).isEmpty()) {
            return List.of(new Outgoing.Send(chat, text.build(), List.of(), replyTo, null, false));
        }
        text.plain("\n\n" + HandingOver.terms(chat, about.about()));
        return List.of(new Outgoing.Send(chat, text.build(), List.of(List.of(handing.button(about))), replyTo, null,
                false));
    }

    private List<Outgoing> pleased(Incoming.Message message) {
        Exchange answer = answered(message);
        if (answer != null) {
            judgements.give(message.person(), answer, true, null);
        }
        return message.isMereReply() ? List.of() : Messages.say(message, "谢谢！哪里不对，也请告诉我。");
    }

    private List<Outgoing> displeased(Incoming.Message message) {
        Exchange answer = answered(message);
        if (answer == null) {
            return Messages.say(message,
                    RichText.builder().plain("抱歉没帮上忙。").add(way.told(message.chat())).build());
        }
        judgements.give(message.person(), answer, false, null);
        List<Outgoing.Button> reasons = Arrays.stream(Complaint.values())
                .map(reason -> new Outgoing.Button(reason.label(false), "why:" + answer.id() + ":" + reason.key()))
                .toList();
        return Messages.say(message, RichText.builder().plain("抱歉没帮上忙。哪里不对，请选一下：\n\n")
                .add(way.told(message.chat())).build(), Buttons.rows(reasons, 2));
    }

    /** The answer that a message is about: the one that it replies to, or in private the one just given. */
    private @Nullable Exchange answered(Incoming.Message message) {
        Incoming.Quoted quoted = message.quoted();
        if (quoted != null) {
            return quoted.byBot()
                    ? exchanges.bySent(message.chat().id(), quoted.id()).filter(e -> e.kind().equals(Answered.KIND))
                            .orElse(null)
                    : null;
        }
        return message.chat().isGroup()
                ? null
                : exchanges.latest(message.chat().id(), Answered.KIND)
                        .filter(e -> !Answered.read(e.details()).isTalk())
                        .filter(e -> e.at().isAfter(clock.instant().minus(LATELY))).orElse(null);
    }

    private static String leave(Chat chat) {
        if (chat.isGroup()) {
            return LEAVE_GROUP;
        }
        return chat.messenger().equals("wechat") ? LEAVE_WECHAT : LEAVE_PRIVATE;
    }
}
