package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has what one at a time may have, by a clock that the test moves. */
@Tag("integration")
final class LeaseTest extends StoreTest {

    private static final Duration OWN = Lease.LENGTH.minus(Lease.MARGIN);

    private long nanos;

    @ParameterizedTest
    @EnumSource
    void itIsOnesUntilItRunsOutAndHeStopsBefore(Databases.Kind kind) {
        Lease one = lease(open(kind), "one");
        Lease two = lease(open(kind), "two");
        assertThat(one.term()).isZero();
        one.renew();
        two.renew();
        assertThat(List.of(one.term(), two.term())).containsExactly(1L, 0L);
        assertThat(two.holder()).isEqualTo("one");

        pass(OWN.minus(MILLI));
        assertThat(one.term()).isEqualTo(1);
        pass(MILLI);
        assertThat(one.term()).isZero();
        pass(Lease.MARGIN.minus(MILLI));
        two.renew();
        assertThat(two.term()).as("while it may still be the other's").isZero();
        pass(MILLI);
        two.renew();
        one.renew();
        assertThat(List.of(one.term(), two.term())).containsExactly(0L, 2L);
        assertThat(one.holder()).isEqualTo("two");
    }

    @ParameterizedTest
    @EnumSource
    void whoRenewsItKeepsIt(Databases.Kind kind) {
        Lease one = lease(open(kind), "one");
        Lease two = lease(open(kind), "two");
        for (int time = 0; time < 20; time++) {
            one.renew();
            two.renew();
            pass(OWN.minus(MILLI));
            assertThat(List.of(one.term(), two.term())).containsExactly(1L, 0L);
        }
        pass(MINUTE);
        assertThat(one.term()).isZero();
        one.renew();
        assertThat(one.term()).as("nobody had it between").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGivenUpIsTakenAtOnceAndGoesOnWhereItWas(Databases.Kind kind) {
        Database database = open(kind);
        Lease one = lease(database, "one");
        Lease two = lease(open(kind), "two");
        one.renew();
        one.mark(42);
        one.giveUp();
        assertThat(one.term()).isZero();
        database.settle();
        two.renew();
        assertThat(List.of(two.term(), two.mark(), two.spent())).containsExactly(2L, 42L, 0L);

        one.mark(99);
        one.spend();
        database.settle();
        two.renew();
        assertThat(List.of(two.term(), two.mark(), two.spent())).containsExactly(2L, 42L, 1L);
        pass(Lease.MARKED.plus(Lease.LENGTH));
        one.renew();
        assertThat(List.of(one.term(), one.mark())).as("long ago").containsExactly(3L, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotRenewItLosesIt(Databases.Kind kind) {
        Database database = open(kind);
        Lease one = lease(database, "one");
        one.renew();
        database.close();
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(one::renew);
        assertThat(one.term()).isEqualTo(1);
        pass(OWN);
        assertThat(one.term()).isZero();
    }

    @Test
    void ofTwoAtOnceOneGetsIt() {
        Database first = open(Databases.Kind.POSTGRES);
        Database second = open(Databases.Kind.POSTGRES);
        for (int round = 0; round < 30; round++) {
            Lease one = new Lease(first, "round " + round);
            Lease two = new Lease(second, "round " + round);
            CompletableFuture.allOf(CompletableFuture.runAsync(one::renew), CompletableFuture.runAsync(two::renew))
                    .join();
            assertThat(Stream.of(one, two).filter(lease -> lease.term() == 1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClockIsTheDatabases(Databases.Kind kind) {
        Database database = open(kind);
        long millis = database.sql("SELECT " + database.now()).query(Long.class).single();
        assertThat(millis).isBetween(System.currentTimeMillis() - MINUTE.toMillis(),
                System.currentTimeMillis() + MINUTE.toMillis());
    }

    @Test
    void aFileIsOneProcesssAlone() {
        Database database = open(Databases.Kind.SQLITE);
        Lease lease = new Lease(database, "telegram");
        lease.renew();
        lease.mark(42);
        lease.giveUp();
        assertThat(List.of(lease.term(), lease.mark())).containsExactly(1L, 0L);
        assertThat(lease.holder()).isEqualTo(lease.owner());
        assertThat(database.sql("SELECT count(*) FROM lease").query(Integer.class).single()).isZero();
    }

    private void pass(Duration time) {
        clock.pass(time);
        nanos += time.toNanos();
    }

    private Lease lease(Database database, String owner) {
        return new Lease(database, "telegram", owner, true, () -> String.valueOf(clock.millis()), () -> nanos);
    }
}
