package fr.juliu.web.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a wrong password may be tried: 5 times a minute by one browser, and 20 times by all of one address. A browser
 * that was let in before is counted by itself alone, so that nobody who shares its address can keep it out.
 */
final class LogInLimit {

    private static final int TRIES = 5;
    private static final int TRIES_OF_ADDRESS = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KEPT = 100_000;

    private final Cache<String, Bucket> browsers = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final @Nullable SharedTries shared;
    private final TimeMeter clock;

    /**
     * A limit by which nobody has tried.
     *
     * @param shared counts what gets by here with the other replicas; null where there are none
     */
    LogInLimit(@Nullable SharedTries shared, TimeMeter clock) {
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * Whoever tries a password.
     *
     * @param browser what its cookies tell it by
     * @param known   whether that browser was let in before
     */
    record Guesser(String address, String browser, boolean known) {
    }

    /** Counts a try; how long to wait when it is one too many, which then must not be looked at. */
    Optional<Duration> count(Guesser guesser) {
        return waitFor(ofBrowser(guesser)).or(() -> together(browser(guesser), TRIES))
                .or(() -> guesser.known()
                        ? Optional.empty()
                        : waitFor(ofAddress(guesser)).or(() -> together(address(guesser), TRIES_OF_ADDRESS)));
    }

    /** Takes a try back that turned out right. */
    void forgive(Guesser guesser) {
        ofBrowser(guesser).addTokens(1);
        forgiveTogether(browser(guesser));
        if (!guesser.known()) {
            ofAddress(guesser).addTokens(1);
            forgiveTogether(address(guesser));
        }
    }

    private Optional<Duration> together(String who, int most) {
        return shared == null ? Optional.empty() : shared.count(who, most, MINUTE);
    }

    private void forgiveTogether(String who) {
        if (shared != null) {
            shared.forgive(who);
        }
    }

    private static String browser(Guesser guesser) {
        return "browser " + guesser.browser();
    }

    private static String address(Guesser guesser) {
        return "address " + guesser.address();
    }

    private Bucket ofBrowser(Guesser guesser) {
        return browsers.get(guesser.browser(), key -> bucket(TRIES));
    }

    private Bucket ofAddress(Guesser guesser) {
        return addresses.get(guesser.address(), key -> bucket(TRIES_OF_ADDRESS));
    }

    private static Optional<Duration> waitFor(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int tries) {
        return Bucket.builder().withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, MINUTE)).build();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2)).maximumSize(KEPT).build();
    }
}
