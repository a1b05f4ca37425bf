package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What people may do is asked of the messenger, and remembered for minutes; what it does not tell is not. */
final class ModeratorsTest {

    private static final Chat GROUP = new Chat("telegram:-100", Chat.Kind.GROUP, null);
    private static final Person MING = new Person("telegram:5", "明", false);

    private final AtomicReference<Optional<Rights.Standing>> told = new AtomicReference<>(Optional.empty());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Moderators moderators = new Moderators(new Messenger(), now::get);

    @Test
    void aStandingIsRememberedForMinutes() {
        told.set(Optional.of(Rights.Standing.ALL));
        assertThat(moderators.mayPin(GROUP, MING)).isTrue();
        told.set(Optional.of(Rights.Standing.NONE));
        assertThat(moderators.maySet(GROUP, MING)).isTrue();
        assertThat(asked).hasValue(1);

        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(moderators.mayPin(GROUP, MING)).isFalse();
    }

    @Test
    void whatIsNotToldIsAskedAgain() {
        assertThat(moderators.mayPin(GROUP, MING)).isFalse();
        told.set(Optional.of(Rights.Standing.ALL));
        assertThat(moderators.mayPin(GROUP, MING)).isTrue();
    }

    @Test
    void anAnonymousAdminOfTheGroupMayAll() {
        assertThat(moderators.maySet(GROUP, new Person(GROUP.id(), "匿名管理员", true))).isTrue();
        assertThat(moderators.maySet(GROUP, new Person("telegram:-200", "别处", true))).isFalse();
    }

    @Test
    void pinningIsTriedWhenNothingIsTold() {
        assertThat(moderators.botMayPin(GROUP)).isTrue();
        told.set(Optional.of(Rights.Standing.NONE));
        assertThat(moderators.botMayPin(GROUP)).isFalse();
    }

    /** A messenger that tells what it is set to. */
    private final class Messenger implements Rights {

        @Override
        public Optional<Standing> of(Chat group, Person person) {
            asked.incrementAndGet();
            return told.get();
        }

        @Override
        public Optional<Standing> ofBot(Chat group) {
            return told.get();
        }
    }
}
