package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people may do in their groups; asked of the messenger, and remembered for some minutes. */
final class Moderators {

    private static final Duration REMEMBERED = Duration.ofMinutes(3);
    private static final int MOST = 20_000;

    private final Rights rights;
    private final Cache<Member, Rights.Standing> standings;

    Moderators(Rights rights, Ticker ticker) {
        this.rights = rights;
        standings = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
    }

    /** A right that something in a group asks for. */
    enum Right {
        /** To keep answers for it. */
        PIN("只有能置顶消息的群管理员可以用。"),
        /** To set how the bot behaves there. */
        SET("只有能改群信息的管理员可以用。"),
        /** To see what it lacks. */
        LEAD("只有群管理员可以用。");

        private final String refusal;

        Right(String refusal) {
            this.refusal = refusal;
        }

        private boolean isIn(Rights.Standing standing) {
            return switch (this) {
                case PIN -> standing.pins();
                case SET -> standing.settings();
                case LEAD -> standing.leads();
            };
        }
    }

    /** Whether a person may keep answers for a group. */
    boolean mayPin(Chat chat, Person person) {
        return has(Right.PIN, chat, person);
    }

    /**
     * What a command gets from somebody who lacks the right to it; empty when he has it. Members get silence, whoever
     * leads the group is told what he lacks, and everybody why it cannot be known.
     */
    Optional<List<Outgoing>> refusal(Right right, Incoming.Message message) {
        return switch (told(message.chat(), message.person())) {
            case Rights.Standing standing -> right.isIn(standing)
                    ? Optional.empty()
                    : Optional.of(standing.leads()
                            ? Messages.say(message, "这个命令" + right.refusal)
                            : List.of());
            case Rights.Untold untold -> Optional.of(Messages.say(message, why(untold)));
        };
    }

    /** What a press gets from somebody who lacks the right to it; empty when he has it. */
    Optional<List<Outgoing>> refusal(Right right, Incoming.Press press) {
        return switch (told(press.chat(), press.person())) {
            case Rights.Standing standing -> right.isIn(standing)
                    ? Optional.empty()
                    : Optional.of(Messages.alert(right.refusal));
            case Rights.Untold untold -> Optional.of(Messages.alert(why(untold)));
        };
    }

    /** How something is said to whoever pressed a button; not by name to somebody who leads the group without it. */
    Outgoing.Manner to(Incoming.Press press) {
        return told(press.chat(), press.person()) instanceof Rights.Standing standing && !standing.hidden()
                ? Outgoing.Manner.to(press.person())
                : Outgoing.Manner.USUAL;
    }

    /**
     * Whether the bot itself may pin messages in a group; asked anew, since it is told to give it the right. Where the
     * messenger does not tell, it is worth trying.
     */
    boolean botMayPin(Chat chat) {
        return !(rights.ofBot(chat) instanceof Rights.Standing standing) || standing.pins();
    }

    /** What the bot is in a group; asked anew, since it is told to be made another. */
    Optional<Rights.Presence> presence(Chat chat) {
        return rights.presence(chat);
    }

    private static String why(Rights.Untold untold) {
        return switch (untold) {
            case BOT_IS_NO_ADMIN -> "我不是群管理员，Telegram 不告诉我谁是管理员。请先把我设为管理员，再试一次。";
            case NOT_REACHED -> "Telegram 这会儿没有回答，没法确认您是不是管理员。请过一会儿再试。";
        };
    }

    private boolean has(Right right, Chat chat, Person person) {
        return told(chat, person) instanceof Rights.Standing standing && right.isIn(standing);
    }

    /** What is told is remembered; what is not is asked again. */
    private Rights.Told told(Chat chat, Person person) {
        if (person.anonymous() && person.id().equals(chat.id())) {
            return Rights.Standing.ALL;
        }
        Member member = new Member(chat.id(), person.id());
        Rights.Standing known = standings.getIfPresent(member);
        if (known != null) {
            return known;
        }
        Rights.Told told = rights.of(chat, person);
        if (told instanceof Rights.Standing standing) {
            standings.put(member, standing);
        }
        return told;
    }

    /** A person in a group. */
    private record Member(String chat, String person) {
    }
}
