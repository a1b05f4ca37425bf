package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What people may do is asked of the messenger, and remembered for minutes; what it does not tell is not. */
final class ModeratorsTest {

    private static final Chat GROUP = new Chat("telegram:-100", Chat.Kind.GROUP, null);
    private static final Person MING = new Person("telegram:5", "明", false);

    private final AtomicReference<Rights.Told> told = new AtomicReference<>(Rights.Untold.NOT_REACHED);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Moderators moderators = new Moderators(new Messenger(), now::get);

    @Test
    void aStandingIsRememberedForMinutes() {
        told.set(Rights.Standing.ALL);
        assertThat(moderators.mayPin(GROUP, MING)).isTrue();
        told.set(Rights.Standing.NONE);
        assertThat(moderators.refusal(Moderators.Right.SET, by(MING))).isEmpty();
        assertThat(asked).hasValue(1);

        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(moderators.mayPin(GROUP, MING)).isFalse();
    }

    @Test
    void whatIsNotToldIsAskedAgain() {
        assertThat(moderators.mayPin(GROUP, MING)).isFalse();
        told.set(Rights.Standing.ALL);
        assertThat(moderators.mayPin(GROUP, MING)).isTrue();
    }

    @Test
    void anAnonymousAdminOfTheGroupMayAll() {
        assertThat(moderators.refusal(Moderators.Right.SET, by(new Person(GROUP.id(), "匿名管理员", true)))).isEmpty();
        assertThat(moderators.refusal(Moderators.Right.SET, by(new Person("telegram:-200", "别处", true)))).isPresent();
    }

    @Test
    void pinningIsTriedWhenNothingIsTold() {
        assertThat(moderators.botMayPin(GROUP)).isTrue();
        told.set(Rights.Standing.NONE);
        assertThat(moderators.botMayPin(GROUP)).isFalse();
    }

    @Test
    void whoeverLacksTheRightIsToldWhyUnlessHeIsAMember() {
        Incoming.Message command = Say.inGroup(new HandClock(), MING).text("/pin");
        Incoming.Press press = Say.inGroup(new HandClock(), MING).press("1", "pins:0");
        assertThat(text(moderators.refusal(Moderators.Right.PIN, command))).startsWith("Telegram 这会儿没有回答");
        told.set(Rights.Untold.BOT_IS_NO_ADMIN);
        assertThat(text(moderators.refusal(Moderators.Right.PIN, command))).startsWith("我不是群管理员");
        assertThat(text(moderators.refusal(Moderators.Right.PIN, press))).startsWith("我不是群管理员");
        told.set(new Rights.Standing(false, true));
        assertThat(text(moderators.refusal(Moderators.Right.PIN, command))).isEqualTo("这个命令只有能置顶消息的群管理员可以用。");
        assertThat(moderators.refusal(Moderators.Right.SET, command)).isEmpty();
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        told.set(Rights.Standing.NONE);
        assertThat(moderators.refusal(Moderators.Right.PIN, command)).contains(List.of());
        assertThat(text(moderators.refusal(Moderators.Right.PIN, press))).isEqualTo("只有能置顶消息的群管理员可以用。");
    }

    @Test
    void whoeverLeadsWithoutHisNameIsNotCalledByIt() {
        Incoming.Press press = Say.inGroup(new HandClock(), MING).press("1", "pins:0");
        told.set(new Rights.Standing(true, true, true));
        assertThat(moderators.to(press).mention()).isNull();
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        told.set(Rights.Standing.ALL);
        assertThat(moderators.to(press).mention()).isEqualTo(MING);
    }

    private static Incoming.Press by(Person person) {
        return new Incoming.Press("telegram:1", GROUP, person, "1", "set:on");
    }

    private static String text(Optional<List<Outgoing>> refusal) {
        return ChatRoom.text(refusal.orElseThrow());
    }

    /** A messenger that tells what it is set to. */
    private final class Messenger implements Rights {

        @Override
        public Told of(Chat group, Person person) {
            asked.incrementAndGet();
            return told.get();
        }

        @Override
        public Told ofBot(Chat group) {
            return told.get();
        }
    }
}
