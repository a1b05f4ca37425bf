package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many questions a minute one asker may send; each minute begins with a question of his. */
public final class AskLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ASKERS = 100_000;

    private final int perMinute;
    private final Ticker ticker;
    private final Cache<String, Minute> minutes;
    private final LongAdder refused = new LongAdder();

    /**
     * A limit that counts from now on.
     *
     * @param perMinute questions a minute; 0 lifts the limit
     */
    public AskLimit(int perMinute, Ticker ticker) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("a limit is 0 or more questions a minute, not " + perMinute);
        }
        this.perMinute = perMinute;
        this.ticker = ticker;
        minutes = Caffeine.newBuilder().expireAfterWrite(MINUTE).maximumSize(ASKERS).ticker(ticker).build();
    }

    /**
     * One question too many.
     *
     * @param pause how long until the next minute begins
     * @param first whether it is the first one too many of that minute
     */
    public record Refusal(Duration pause, boolean first) {

        /** The seconds to wait, the one that has begun included. */
        public long seconds() {
            return pause.toSeconds() + 1;
        }
    }

    /** Counts a question of an asker; empty when it is not one too many. */
    public Optional<Refusal> count(String asker) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Minute minute = minutes.get(asker, key -> new Minute(ticker.read(), new AtomicInteger()));
        int asked = minute.asked().incrementAndGet();
        if (asked <= perMinute) {
            return Optional.empty();
        }
        refused.increment();
        return Optional.of(new Refusal(MINUTE.minusNanos(ticker.read() - minute.start()), asked == perMinute + 1));
    }

    /** How many questions were too many since the start. */
    public long refused() {
        return refused.sum();
    }

    /** A minute of one asker, by the ticker, with his questions in it. */
    private record Minute(long start, AtomicInteger asked) {
    }
}
