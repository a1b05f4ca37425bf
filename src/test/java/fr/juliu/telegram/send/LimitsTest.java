package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes out in a time that a test moves. */
final class LimitsTest {

    private static final Rate LIFTED = Rate.perSecond(0);

    private final MovingClock clock = MovingClock.standing();

    @Test
    void aPersonGetsFiveAtOnceAndThenOneASecond() {
        Limits limits = new Limits(LIFTED, Rate.perSecond(1), Rate.perMinute(20), clock);

        assertThat(sent(limits, "telegram:5", Duration.ofSeconds(60))).hasSize(65);
        assertThat(limits.take("telegram:6")).isZero();
    }

    @Test
    void aGroupGetsTwentyInAnyMinute() {
        Limits limits = new Limits(LIFTED, Rate.perSecond(1), Rate.perMinute(20), clock);
        List<Instant> sent = sent(limits, "telegram:-100", Duration.ofMinutes(5));

        assertThat(sent).hasSizeGreaterThanOrEqualTo(100);
        for (int first = 0; first + 20 < sent.size(); first++) {
            assertThat(Duration.between(sent.get(first), sent.get(first + 20)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(sent.get(4)).isEqualTo(sent.getFirst());
        assertThat(Duration.between(sent.getFirst(), sent.get(5))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allTogetherGetThirtyInAnySecond() {
        Limits limits = new Limits(Rate.perSecond(30), LIFTED, LIFTED, clock);
        List<Instant> sent = sent(limits, "telegram:5", Duration.ofSeconds(10));

        assertThat(sent).hasSizeBetween(260, 275);
        for (int first = 0; first + 31 < sent.size(); first++) {
            assertThat(Duration.between(sent.get(first), sent.get(first + 31))).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aCallThatCannotWaitMakesOthersWait() {
        Limits limits = new Limits(Rate.perSecond(1), LIFTED, LIFTED, clock);
        limits.count();
        limits.count();

        assertThat(limits.take("telegram:5")).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void whatAnotherProcessSentCounts() {
        Limits limits = new Limits(LIFTED, Rate.perSecond(1), Rate.perMinute(20), clock);
        for (int second = 59; second >= 40; second--) {
            limits.recall(new Departure("telegram:-100", Duration.ofSeconds(second)));
        }
        for (int each = 0; each < 5; each++) {
            limits.recall(new Departure("telegram:5", Duration.ofMillis(300)));
        }
        assertThat(limits.take("telegram:-100")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(limits.take("telegram:5")).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(limits.take("telegram:6")).isZero();
    }

    @Test
    void zeroLifts() {
        Limits limits = new Limits(LIFTED, LIFTED, LIFTED, clock);
        for (int count = 0; count < 1000; count++) {
            assertThat(limits.take("telegram:-100")).isZero();
        }
    }

    private List<Instant> sent(Limits limits, String chat, Duration time) {
        Instant end = clock.instant().plus(time);
        List<Instant> sent = new ArrayList<>();
        while (!clock.instant().isAfter(end)) {
            Duration pause = limits.take(chat);
            if (pause.isZero()) {
                sent.add(clock.instant());
            } else {
                clock.move(pause);
            }
        }
        return sent;
    }
}
