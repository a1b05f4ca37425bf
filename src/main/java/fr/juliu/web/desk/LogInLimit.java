package fr.juliu.web.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** How often one address may try a wrong password: 5 times a minute. */
final class LogInLimit {

    private static final int TRIES = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2))
            .maximumSize(ADDRESSES).build();

    /** Counts a try; how long to wait when it is one too many, which then must not be looked at. */
    Optional<Duration> count(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes a try back that turned out right. */
    void forgive(String address) {
        bucket(address).addTokens(1);
    }

    private Bucket bucket(String address) {
        return addresses.get(address, key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(TRIES).refillIntervally(TRIES, MINUTE)).build());
    }
}
