package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Help;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Link;
import fr.juliu.search.TextFolding;
import fr.juliu.store.GroupDesk;
import fr.juliu.store.GroupDesks;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichAnswer;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Wish;
import java.util.List;
import java.util.Optional;

/** Where people are sent who want a person: to the moderators of their group, else to the operator, else to the official page. */
public final class WayToPerson {

    private final Contact operator;
    private final GroupDesks desks;
    private final CurrentEdition edition;
    private final TextFolding folding = new TextFolding();

    WayToPerson(Contact operator, GroupDesks desks, CurrentEdition edition) {
        this.operator = operator;
        this.desks = desks;
        this.edition = edition;
    }

    /** The ways to the operator's contact, for who was refused an answer; none for other answers. */
    public List<Contact.Way> under(Answer answer) {
        return isRefusal(answer) ? operator.ways() : List.of();
    }

    /** Whether nothing answers that somebody asked. */
    static boolean isRefusal(Answer answer) {
        return answer instanceof Answer.Unknown unknown && switch (unknown.reason()) {
            case NOT_KNOWN, POINT_NOT_KNOWN -> true;
            case GREETING, THANKS, ABOUT, ABUSE, JUNK -> false;
        };
    }

    /** What a text wishes; empty when it asks something. */
    Optional<Wish> wish(String text) {
        return edition.get().wishes().in(text);
    }

    /** The reply on the web to who wishes something, in place of one that takes his words for a question. */
    Reply told(Reply reply, Wish wish) {
        RichText text = switch (wish) {
            case PERSON -> told();
            case COMPLAINT -> RichText.builder().plain("对哪条回答有意见，请按它下面的「没用」，写出哪里不对。\n\n").add(told()).build();
            case LEAVE -> RichText.of("网页不用关注，也没有订阅：关掉就行。");
            case PLEASED -> RichText.of("谢谢！哪里不对，也请告诉我。");
            case DISPLEASED -> RichText.builder().plain("抱歉没帮上忙。请按那条回答下面的「没用」，写出哪里不对。\n\n").add(told()).build();
        };
        Answer answer = new Answer.Unknown(Answer.Reason.ABOUT, List.of(), List.of(), Help.NONE, 1);
        RichText shown = reply.traditional() ? text.map(folding::traditional) : text;
        return new Reply(reply.question(), answer, text, shown, reply.traditional(), List.of(),
                () -> RichAnswer.of(shown), reply.explanation(), reply.state(), null, null);
    }

    /** Whether there is somebody to send people of a chat to. */
    boolean isOpen(Chat chat) {
        return !operator.ways().isEmpty() || deskFor(chat).isPresent()
                || (chat.isGroup() && desks.of(chat.id()).contact() != null);
    }

    /** The group whose moderators take questions of a chat; empty when nobody does. */
    Optional<Chat> deskFor(Chat chat) {
        if (chat.isGroup()) {
            return desks.of(chat.id()).takes() ? Optional.of(chat) : Optional.empty();
        }
        return Optional.ofNullable(operator.group())
                .map(group -> new Chat("telegram:" + group, Chat.Kind.GROUP, null));
    }

    /** Who is to be asked, or that there is nobody. */
    RichText told(Chat chat) {
        GroupDesk desk = chat.isGroup() ? desks.of(chat.id()) : GroupDesk.DEFAULT;
        RichText.Builder text = RichText.builder();
        if (desk.contact() != null) {
            return told(text.strong("本群的管理员：").plain(desk.contact()), operator.ways(), "\n\n也可以找：");
        }
        return operator.ways().isEmpty() ? nobody(deskFor(chat).isPresent()) : told(text, operator.ways(), "可以找：");
    }

    /** The same where there is no chat, such as on the web. */
    RichText told() {
        return operator.ways().isEmpty() ? nobody(false) : told(RichText.builder(), operator.ways(), "可以找：");
    }

    private static RichText told(RichText.Builder text, List<Contact.Way> ways, String lead) {
        if (!ways.isEmpty()) {
            text.plain(lead);
        }
        for (Contact.Way way : ways) {
            text.plain("\n• ");
            if (way.url() == null || way.url().startsWith("mailto:")) {
                text.plain(way.title());
            } else {
                text.link(way.title(), way.url());
            }
        }
        return text.build();
    }

    private RichText nobody(boolean takes) {
        Link official = edition.get().officialPage();
        return RichText.builder()
                .plain(takes ? "这里没有留联系方式，问题可以转给管理员。官方的说明：" : "这里没有设人工客服，我只会查资料，不想骗您说有人在。可以看官方的说明：")
                .link(official.title(), official.url()).build();
    }
}
