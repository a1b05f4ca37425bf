package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One reply for a message, and what a person reads on with. */
@Tag("integration")
final class ReplaysTest extends StoreTest {

    private static final Duration LEASE = Duration.ofSeconds(4);

    @ParameterizedTest
    @EnumSource
    void theFirstMakesTheReplyAndTheOthersTellIt(Databases.Kind kind) {
        Replays replays = new Replays(open(kind), clock);
        assertThat(replays.take("m", LEASE, MINUTE)).isEqualTo(new Replays.Turn.Mine());
        assertThat(replays.take("m", LEASE, MINUTE)).isEqualTo(new Replays.Turn.Elsewhere());
        assertThat(replays.settle("m", "可以 😀")).isEqualTo("可以 😀");
        clock.pass(MINUTE.minus(MILLI));
        assertThat(new Replays(open(kind), clock).take("m", LEASE, MINUTE))
                .isEqualTo(new Replays.Turn.Made("可以 😀"));
        clock.pass(MILLI);
        assertThat(replays.take("m", LEASE, MINUTE)).as("forgotten").isEqualTo(new Replays.Turn.Mine());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverTookTooLongIsRelievedAndTellsWhatTheOtherMade(Databases.Kind kind) {
        Replays replays = new Replays(open(kind), clock);
        replays.take("m", LEASE, MINUTE);
        clock.pass(LEASE.minus(MILLI));
        assertThat(replays.take("m", LEASE, MINUTE)).isEqualTo(new Replays.Turn.Elsewhere());
        clock.pass(MILLI);
        assertThat(replays.take("m", LEASE, MINUTE)).isEqualTo(new Replays.Turn.Mine());
        assertThat(replays.settle("m", "second")).isEqualTo("second");
        assertThat(replays.settle("m", "first")).isEqualTo("second");
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneMakesIt(Databases.Kind kind) {
        List<Replays> processes = List.of(new Replays(open(kind), clock), new Replays(open(kind), clock));
        for (int round = 0; round < 20; round++) {
            String message = "m" + round;
            List<CompletableFuture<Replays.Turn>> turns = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture
                            .supplyAsync(() -> processes.get(i % 2).take(message, LEASE, MINUTE)))
                    .toList();
            assertThat(turns.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(new Replays.Turn.Mine()).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadingIsFilledForItsTurnAlone(Databases.Kind kind) {
        Readings readings = new Readings(open(kind), clock);
        readings.keep("p", "t1", "pending");
        readings.fill("p", "t1", "made");
        assertThat(readings.of("p")).contains("made");
        readings.keep("p", "t2", "newer");
        readings.fill("p", "t1", "late");
        assertThat(readings.of("p")).contains("newer");
        readings.drop("p");
        readings.fill("p", "t2", "late");
        assertThat(readings.of("p")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverGoesAndWhoIsForgottenLeavesNothing(Databases.Kind kind) {
        Database database = open(kind);
        Readings readings = new Readings(database, clock);
        Replays replays = new Replays(database, clock);
        Retention retention = new Retention(database, clock, 30);
        readings.keep("wechat:a", "t", "{}");
        replays.take("m", LEASE, MINUTE);
        retention.forget("wechat:a", "wechat:a");
        assertThat(readings.of("wechat:a")).isEmpty();

        readings.keep("wechat:a", "t", "{}");
        clock.pass(MINUTE);
        retention.runOften();
        assertThat(rows(database, "replay")).isZero();
        assertThat(rows(database, "reading")).isEqualTo(1);
        clock.pass(Readings.KEPT);
        assertThat(readings.of("wechat:a")).isEmpty();
        retention.run();
        assertThat(rows(database, "reading")).isZero();
    }

    private static int rows(Database database, String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
