package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long each failure is waited for. */
final class BackoffTest {

    private final Backoff backoff = new Backoff(Backoff.Pace.USUAL);

    @Test
    void aTokenThatIsNotKnownIsTriedAgainSoonAndLessAndLessOften() {
        assertThat(Stream.generate(() -> backoff.after(failure(401)).toSeconds()).limit(11)).containsExactly(1L, 2L, 4L,
                8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        backoff.reset();
        assertThat(backoff.after(failure(401))).hasSeconds(1);
    }

    @Test
    void anythingElseIsTriedAgainAtLeastOnceAMinute() {
        for (int n = 0; n < 20; n++) {
            assertThat(backoff.after(failure(502))).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(backoff.after(new BotApiException(429, "too many", Duration.ofMinutes(2)))).hasMinutes(2);
    }

    private static BotApiException failure(int code) {
        return new BotApiException(code, "no", Duration.ZERO);
    }
}
