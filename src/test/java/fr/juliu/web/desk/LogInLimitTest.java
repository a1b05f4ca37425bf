package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.web.desk.LogInLimit.Guesser;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may try a password how often. */
final class LogInLimitTest {

    private static final String OFFICE = "192.0.2.1";

    private long now;
    private final LogInLimit limit = new LogInLimit(null, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void aBrowserHasFiveTriesAndItsAddressTwenty() {
        for (int browser = 0; browser < 4; browser++) {
            assertThat(taken(new Guesser(OFFICE, "browser " + browser, false), 7)).isEqualTo(5);
        }
        assertThat(taken(new Guesser(OFFICE, "another", false), 1)).as("the address has had its twenty").isZero();
        assertThat(taken(new Guesser("192.0.2.2", "elsewhere", false), 1)).isEqualTo(1);
        now += Duration.ofMinutes(1).toNanos();
        assertThat(taken(new Guesser(OFFICE, "another", false), 7)).isEqualTo(5);
    }

    @Test
    void whatABrowserTriesInVainIsNotCountedToItsAddress() {
        assertThat(taken(new Guesser(OFFICE, "stranger", false), 100)).isEqualTo(5);
        assertThat(taken(new Guesser(OFFICE, "keeper", false), 1)).isEqualTo(1);
    }

    @Test
    void aKnownBrowserIsCountedByItselfAlone() {
        for (int browser = 0; browser < 10; browser++) {
            taken(new Guesser(OFFICE, "browser " + browser, false), 5);
        }
        assertThat(taken(new Guesser(OFFICE, "keeper", true), 7)).isEqualTo(5);
    }

    @Test
    void aRightPasswordIsNotCounted() {
        Guesser keeper = new Guesser(OFFICE, "keeper", false);
        for (int i = 0; i < 30; i++) {
            assertThat(limit.count(keeper)).isEmpty();
            limit.forgive(keeper);
        }
    }

    private long taken(Guesser guesser, int tries) {
        long taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limit.count(guesser).isEmpty() ? 1 : 0;
        }
        return taken;
    }
}
