package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which update comes next where two processes take them, by a clock that the test moves. */
@Tag("integration")
final class TurnsTest extends StoreTest {

    private static final String FIFTH = "telegram:5";
    private static final String SIXTH = "telegram:6";

    @ParameterizedTest
    @EnumSource
    void anEarlierOneOfTheChatGoesFirst(Databases.Kind kind) {
        Database database = open(kind);
        Turns one = turns(database, "one");
        Turns two = turns(open(kind), "two");
        one.arrive(FIFTH, CHAT, 5);
        two.arrive(SIXTH, CHAT, 6);

        assertThat(two.isNext(SIXTH, CHAT, 6)).isFalse();
        assertThat(two.isNext("telegram:7", "telegram:2", 7)).as("of another chat").isTrue();
        assertThat(one.isNext(FIFTH, CHAT, 5)).isTrue();
        Turns.leave(database, FIFTH, "two");
        assertThat(two.isNext(SIXTH, CHAT, 6)).as("it is not his to leave").isFalse();
        Turns.leave(database, FIFTH, "one");
        assertThat(two.isNext(SIXTH, CHAT, 6)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theSameOneIsOnesAndWhatADeadOneHadIsTakenOver(Databases.Kind kind) {
        Turns one = turns(open(kind), "one");
        Turns two = turns(open(kind), "two");
        one.arrive(FIFTH, CHAT, 5);
        two.arrive(FIFTH, CHAT, 5);
        two.arrive(SIXTH, CHAT, 6);
        assertThat(two.isNext(FIFTH, CHAT, 5)).isFalse();

        clock.pass(Turns.LENGTH.minus(MILLI));
        one.renew();
        clock.pass(Turns.LENGTH.minus(MILLI));
        assertThat(two.isNext(FIFTH, CHAT, 5)).as("it lives").isFalse();
        clock.pass(MILLI);
        assertThat(two.isNext(FIFTH, CHAT, 5)).isTrue();
        assertThat(one.isNext(FIFTH, CHAT, 5)).as("once it comes back").isFalse();

        for (int minute = 0; minute < 2 * Turns.LONGEST.toMinutes(); minute++) {
            two.renew();
            clock.pass(Duration.ofSeconds(30));
        }
        two.renew();
        clock.pass(Turns.LENGTH);
        assertThat(one.isNext(FIFTH, CHAT, 5)).as("nobody has one for ever").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void messagesToAChatStayInOrderWhateverTheClocksSay(Databases.Kind kind) {
        Ids ahead = new Ids(clock);
        clock.pass(MINUTE);
        String waiting = ahead.next();
        clock.pass(MINUTE.negated());
        Database database = open(kind);
        new Outbox(database, clock).add(message(waiting, CHAT, null));
        Ids ids = new Ids(clock);
        Turns turns = new Turns(database, ids, "one", true, () -> String.valueOf(clock.millis()));

        assertThat(turns.isNext(FIFTH, "telegram:2", 5)).isTrue();
        assertThat(ids.next()).as("to another chat").isLessThan(waiting);
        assertThat(turns.isNext(SIXTH, CHAT, 6)).isTrue();
        assertThat(ids.next()).isGreaterThan(waiting);
    }

    @Test
    void whoAcceptsAnUpdateLeavesIt() {
        Database first = open(Databases.Kind.POSTGRES);
        Database second = open(Databases.Kind.POSTGRES);
        Turns one = new Turns(first, new Ids(clock));
        Turns two = new Turns(second, new Ids(clock));
        one.arrive(FIFTH, CHAT, 5);
        two.arrive(SIXTH, CHAT, 6);
        assertThat(two.isNext(SIXTH, CHAT, 6)).isFalse();
        assertThat(new Outbox(first, clock).accept(FIFTH, MINUTE, List.of(message("a")))).isTrue();
        assertThat(two.isNext(SIXTH, CHAT, 6)).isTrue();
        assertThat(new Outbox(second, clock).accept(FIFTH, MINUTE, List.of(message("b")))).isFalse();
    }

    @Test
    void whatWentOutInTheLastMinuteIsKnownToAll() {
        Outbox one = new Outbox(open(Databases.Kind.POSTGRES), clock);
        Database second = open(Databases.Kind.POSTGRES);
        one.add(message("a"));
        one.sent(message("a"), "42");
        assertThat(new Outbox(second, clock).lately(MESSENGER)).extracting(Departure::chat).containsExactly(CHAT);
        second.sql("UPDATE departure SET at = at - :age").param("age", 2 * MINUTE.toMillis()).update();
        Departure.forget(second);
        assertThat(one.lately(MESSENGER)).isEmpty();
    }

    @Test
    void aFileIsOneProcesssAlone() {
        Database database = open(Databases.Kind.SQLITE);
        Turns turns = new Turns(database, new Ids(clock));
        turns.arrive(FIFTH, CHAT, 5);
        assertThat(turns.isNext(SIXTH, CHAT, 6)).isTrue();
        assertThat(database.sql("SELECT count(*) FROM arrival").query(Integer.class).single()).isZero();
    }

    private Turns turns(Database database, String owner) {
        return new Turns(database, new Ids(clock), owner, true, () -> String.valueOf(clock.millis()));
    }
}
