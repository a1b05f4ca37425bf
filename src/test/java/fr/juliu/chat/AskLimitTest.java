package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AskLimitTest {

    private final AtomicLong now = new AtomicLong(1_000);

    @Test
    void oneTooManyIsToldHowLongToWait() {
        AskLimit limit = new AskLimit(2, now::get);
        assertThat(limit.count("a")).isEmpty();
        pass(Duration.ofSeconds(20));
        assertThat(limit.count("a")).isEmpty();
        assertThat(limit.count("a")).contains(new AskLimit.Refusal(Duration.ofSeconds(40), true));
        assertThat(limit.count("a")).contains(new AskLimit.Refusal(Duration.ofSeconds(40), false));
        assertThat(limit.count("b")).isEmpty();
    }

    @Test
    void aMinuteLaterTheCountBeginsAgain() {
        AskLimit limit = new AskLimit(1, now::get);
        limit.count("a");
        assertThat(limit.count("a")).isPresent();
        pass(Duration.ofSeconds(61));
        assertThat(limit.count("a")).isEmpty();
    }

    @Test
    void zeroLiftsTheLimit() {
        AskLimit limit = new AskLimit(0, now::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.count("a")).isEmpty();
        }
    }

    @Test
    void lessThanNothingIsNoLimit() {
        assertThatThrownBy(() -> new AskLimit(-1, now::get)).hasMessageContaining("-1");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
