package fr.juliu.chat;

import fr.juliu.keep.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A message in the making: who says it, where, in reply to what. */
record Say(HandClock clock, Chat chat, Person person, Incoming.@Nullable Quoted quoted,
        boolean addressed, Duration age) {

    static final Person ASKER = new Person("telegram:5", "小王", false);
    static final Person OTHER = new Person("telegram:6", "小李", false);
    static final Person MODERATOR = new Person("telegram:7", "群主", false);
    static final Person ADMIN = new Person("telegram:9", "管事的", false);
    static final Chat GROUP = new Chat("telegram:-1001", Chat.Kind.GROUP, null);
    static final Person ANONYMOUS = new Person(GROUP.id(), "匿名管理员", true);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** In private. */
    static Say privately(HandClock clock, Person person) {
        return new Say(clock, new Chat(person.id(), Chat.Kind.PRIVATE, null), person, null, true, Duration.ZERO);
    }

    /** In the group, to the bot. */
    static Say inGroup(HandClock clock, Person person) {
        return new Say(clock, GROUP, person, null, true, Duration.ZERO);
    }

    /** To nobody. */
    Say aloud() {
        return new Say(clock, chat, person, quoted, false, age);
    }

    Say inTopic(String name) {
        return new Say(clock, new Chat(chat.id(), chat.kind(), name), person, quoted, addressed, age);
    }

    Say ago(Duration time) {
        return new Say(clock, chat, person, quoted, addressed, time);
    }

    /** In reply to a message of the bot. */
    Say replyingToBot(String id, String text) {
        return replying(new Incoming.Quoted(id, text, true, null));
    }

    /** In reply to a member's message. */
    Say replyingTo(String id, String text) {
        return replying(new Incoming.Quoted(id, text, false, "https://t.me/c/1/" + id));
    }

    Say replying(Incoming.Quoted to) {
        return new Say(clock, chat, person, to, addressed, age);
    }

    Incoming.Message text(String text) {
        return message(String.valueOf(NUMBER.incrementAndGet()), text, false);
    }

    /** Another text for a message said before. */
    Incoming.Message edit(String id, String text) {
        return message(id, text, true);
    }

    Incoming.Press press(String message, String data) {
        return new Incoming.Press("telegram:" + NUMBER.incrementAndGet(), chat, person, message, data);
    }

    private Incoming.Message message(String id, String text, boolean edited) {
        Instant sent = clock.instant().minus(age);
        boolean mereReply = chat.isGroup() && quoted != null && quoted.byBot() && !Typed.isCommand(text);
        return new Incoming.Message("telegram:" + NUMBER.incrementAndGet(), chat, person, id, text, sent, addressed,
                edited, quoted, new Incoming.Shape(addressed && !mereReply, null, text));
    }
}
