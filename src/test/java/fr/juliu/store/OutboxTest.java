package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("integration")
final class OutboxTest extends StoreTest {

    @ParameterizedTest
    @EnumSource
    void aKeyIsClaimedOnceUntilItsTimeIsOver(Databases.Kind kind) {
        Claims claims = new Claims(open(kind), clock);
        Claims others = new Claims(open(kind), clock);

        assertThat(claims.isClaimed("telegram:1")).isFalse();
        assertThat(claims.claim("telegram:1", MINUTE)).isTrue();
        assertThat(claims.claim("telegram:1", MINUTE)).isFalse();
        assertThat(others.claim("telegram:1", MINUTE)).isFalse();
        assertThat(others.claim("telegram:2", MINUTE)).isTrue();
        clock.pass(MINUTE.minus(MILLI));
        assertThat(others.isClaimed("telegram:1")).isTrue();
        assertThat(others.claim("telegram:1", MINUTE)).isFalse();
        clock.pass(MILLI);
        assertThat(others.isClaimed("telegram:1")).isFalse();
        assertThat(others.claim("telegram:1", MINUTE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoAtOnceExactlyOneWins(Databases.Kind kind) throws Exception {
        Claims one = new Claims(open(kind), clock);
        Claims two = new Claims(open(kind), clock);

        for (int round = 0; round < 50; round++) {
            String key = "telegram:" + round;
            assertThat(together(() -> one.claim(key, MINUTE), () -> two.claim(key, MINUTE)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptingStoresAllOrNothing(Databases.Kind kind) {
        Database database = open(kind);
        Outbox outbox = new Outbox(database, clock);

        assertThat(outbox.accept("telegram:1", MINUTE, List.of(message("a"), message("b")))).isTrue();
        assertThat(outbox.accept("telegram:1", MINUTE, List.of(message("c")))).isFalse();
        assertThat(outbox.waiting(MESSENGER)).isEqualTo(2);
        assertThatThrownBy(() -> outbox.accept("telegram:2", MINUTE, List.of(message("d"), message("a"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(new Claims(database, clock).isClaimed("telegram:2")).isFalse();
        assertThat(outbox.waiting(MESSENGER)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void messagesComeOldestFirstAndOnce(Databases.Kind kind) {
        Outbox outbox = new Outbox(open(kind), clock);
        Outbox other = new Outbox(open(kind), clock);
        for (String id : List.of("c", "a", "b", "d")) {
            outbox.add(message(id, "telegram:" + id, null));
        }

        assertThat(outbox.take(MESSENGER, "one", MINUTE, 3)).extracting(OutgoingMessage::id)
                .containsExactly("a", "b", "c");
        assertThat(outbox.take(MESSENGER, "one", MINUTE, 3)).containsExactly(message("d", "telegram:d", null));
        assertThat(other.take(MESSENGER, "two", MINUTE, 3)).isEmpty();
        assertThat(other.take("wechat", "two", MINUTE, 3)).isEmpty();
        assertThat(outbox.waiting(MESSENGER)).isEqualTo(4);
        assertThat(outbox.waiting("wechat")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatRanOutHandsOverAndOneThatIsExtendedDoesNot(Databases.Kind kind) {
        Outbox outbox = new Outbox(open(kind), clock);
        outbox.add(message("a", "telegram:1", null));
        outbox.add(message("b", "telegram:2", null));
        assertThat(ids(outbox.take(MESSENGER, "one", MINUTE, 1))).containsExactly("a");
        assertThat(ids(outbox.take(MESSENGER, "two", MINUTE, 1))).containsExactly("b");

        clock.pass(MINUTE.minus(MILLI));
        outbox.extend(MESSENGER, "one", MINUTE);
        assertThat(outbox.take(MESSENGER, "three", MINUTE, 9)).isEmpty();
        clock.pass(MILLI);
        assertThat(ids(outbox.take(MESSENGER, "three", MINUTE, 9))).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource
    void twoOwnersAtOnceNeverGetTheSameNorMixAChat(Databases.Kind kind) throws Exception {
        Outbox one = new Outbox(open(kind), clock);
        Outbox two = new Outbox(open(kind), clock);
        IntStream.range(100, 160).forEach(id -> one.add(message("m" + id, "telegram:" + id % 7, null)));

        List<OutgoingMessage> taken = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            List<List<OutgoingMessage>> both = together(() -> one.take(MESSENGER, "one", MINUTE, 5),
                    () -> two.take(MESSENGER, "two", MINUTE, 5));
            assertThat(Collections.disjoint(chats(both.getFirst()), chats(both.getLast()))).isTrue();
            both.forEach(taken::addAll);
            taken.forEach(one::drop);
        }
        assertThat(new HashSet<>(ids(taken))).hasSize(60).hasSameSizeAs(taken);
    }

    @ParameterizedTest
    @EnumSource
    void aMessagePostponedHoldsItsChatBackAndComesWhenDue(Databases.Kind kind) {
        Outbox outbox = new Outbox(open(kind), clock);
        outbox.add(message("a"));
        outbox.add(message("b"));
        outbox.add(message("c", "telegram:other", null));
        OutgoingMessage first = outbox.take(MESSENGER, "one", MINUTE, 1).getFirst();

        outbox.postpone(first, "one", clock.instant().plus(MINUTE));
        assertThat(ids(outbox.take(MESSENGER, "two", MINUTE, 9))).containsExactly("c");
        clock.pass(MINUTE);
        List<OutgoingMessage> due = outbox.take(MESSENGER, "two", MINUTE, 2);
        assertThat(ids(due)).containsExactly("a", "b");
        assertThat(due.getFirst().attempts()).isEqualTo(1);
        assertThat(due.getFirst().due()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void aMessageSentTellsItsExchangeAndIsGone(Databases.Kind kind) {
        Database database = open(kind);
        Outbox outbox = new Outbox(database, clock);
        Exchanges exchanges = new Exchanges(database, clock);
        exchanges.add(exchange("e1", CHAT, "7"));
        outbox.add(message("a", CHAT, "e1"));
        outbox.add(message("b"));

        outbox.sent(message("a", CHAT, "e1"), "43");
        outbox.sent(message("b"), "44");

        assertThat(exchanges.byId("e1")).hasValueSatisfying(exchange -> assertThat(exchange.sent()).isEqualTo("43"));
        assertThat(exchanges.bySent(CHAT, "43")).isPresent();
        assertThat(exchanges.bySent(CHAT, "44")).isEmpty();
        assertThat(outbox.waiting(MESSENGER)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void workThatFailsLeavesNothing(Databases.Kind kind) {
        Database database = open(kind);
        Outbox outbox = new Outbox(database, clock);

        assertThatThrownBy(() -> database.transaction(() -> {
            outbox.add(message("a"));
            outbox.sent(message("a"), "1");
            outbox.add(message("b"));
            throw new IllegalStateException("on the way");
        })).hasMessage("on the way");
        assertThat(outbox.waiting(MESSENGER)).isZero();
        assertThat(database.<Duration>transaction(() -> MINUTE)).isEqualTo(MINUTE);
    }

    private static List<String> chats(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::chat).toList();
    }

    /** Does both at the same moment. */
    private static <T> List<T> together(Callable<T> one, Callable<T> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return two.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
