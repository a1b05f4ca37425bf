package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However much people ask, the store stays small, and who asks most crowds out himself first. */
@Tag("integration")
final class BoundsTest extends StoreTest {

    private static final String STRANGER = "198.51.100.7";

    @ParameterizedTest
    @EnumSource
    void ofAllTheOldestGoes(Databases.Kind kind) {
        Database database = open(kind);
        Bounds bounds = new Bounds(20, 1000);
        QuestionLog log = new QuestionLog(database, bounds);
        Exchanges exchanges = new Exchanges(database, clock, bounds);
        FeedbackBox box = new FeedbackBox(database, bounds);
        for (int i = 0; i < 100; i++) {
            clock.pass(MILLI);
            log.add(question(i), "address " + i);
            exchanges.add(exchange("e" + i, "web", "id" + i), "address " + i);
            box.give(new Feedback("学生 " + i, "listed", null, true, null, clock.instant()), "e" + i, "p");
        }
        database.settle();

        // at most a tenth more, until the next look
        assertThat(log.since(Instant.EPOCH)).hasSizeBetween(20, 22).last().isEqualTo(question(99));
        assertThat(log.since(Instant.EPOCH).getFirst().question()).isEqualTo("签证 "
                + (100 - log.since(Instant.EPOCH).size()));
        assertThat(box.since(Instant.EPOCH)).hasSizeBetween(20, 22);
        assertThat(exchanges.byId("e99")).isPresent();
        assertThat(exchanges.byId("e70")).isEmpty();
        assertThat(database.report().removed()).isBetween(3 * 78L, 3 * 80L);
    }

    @ParameterizedTest
    @EnumSource
    void ofOneAskerHisOldestGoesAndNobodyElses(Databases.Kind kind) {
        Database database = open(kind);
        Bounds bounds = new Bounds(1000, 5);
        QuestionLog log = new QuestionLog(database, bounds);
        Exchanges exchanges = new Exchanges(database, clock, bounds);
        log.add(question(1000), "203.0.113.9");
        exchanges.add(exchange("other", "web", "id"), "203.0.113.9");
        for (int i = 0; i < 50; i++) {
            clock.pass(MILLI);
            log.add(question(i), STRANGER);
            exchanges.add(exchange("e" + i, "web", "id" + i), STRANGER);
        }
        database.settle();

        assertThat(log.since(Instant.EPOCH)).extracting(LoggedQuestion::question).containsExactly("签证 1000", "签证 45",
                "签证 46", "签证 47", "签证 48", "签证 49");
        assertThat(exchanges.byId("other")).isPresent();
        assertThat(IntStream.range(0, 50).filter(i -> exchanges.byId("e" + i).isPresent())).containsExactly(45, 46, 47,
                48, 49);
        assertThat(database.report().removed()).isEqualTo(90);
    }

    @Test
    void whoAsksIsKnownForADayAndNeverByName() {
        AtomicLong now = new AtomicLong();
        Ticker ticker = now::get;
        Shares<Integer> shares = new Shares<>(2, ticker);
        assertThat(shares.add(STRANGER, 1)).isEmpty();
        assertThat(shares.add(STRANGER, 2)).isEmpty();
        assertThat(shares.add("203.0.113.9", 3)).isEmpty();
        assertThat(shares.add(STRANGER, 4)).contains(1);
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(shares.add(STRANGER, 5)).as("a new day, a new key").isEmpty();
        assertThat(shares.add(STRANGER, 6)).isEmpty();
        assertThat(shares.add(STRANGER, 7)).contains(5);
    }

    @Test
    void howeverManyAskLittleIsKnownOfThem() {
        Shares<Integer> shares = new Shares<>(500, Ticker.disabledTicker());
        IntStream.range(0, 2 * Shares.MOST_KNOWN)
                .forEach(i -> assertThat(shares.add("address " + i / 100, i)).isEmpty());
        assertThat(shares.known()).isLessThanOrEqualTo(Shares.MOST_KNOWN);
        Optional<Integer> surplus = IntStream.range(0, 401).mapToObj(i -> shares.add("address 999", i))
                .flatMap(Optional::stream).findFirst();
        assertThat(surplus).as("the last one is still known").contains(2 * Shares.MOST_KNOWN - 100);
    }

    private LoggedQuestion question(int i) {
        return new LoggedQuestion("签证 " + i, "unknown", "NOT_KNOWN", null, 0.5, "web", clock.instant());
    }
}
