package fr.juliu.telegram.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.store.Departure;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much Telegram lets a bot send: to all chats together evenly spread, to one chat in short bursts, to a group so much
 * in any minute.
 */
public final class Limits {

    private static final int BURST = 5;
    private static final int EVENLY = 30;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    /** What leaves here a minute apart may arrive closer together. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Rate chat;
    private final Rate group;
    private final TimeMeter time;
    private final @Nullable Bucket overall;
    private final Cache<String, Room> rooms;

    public Limits(Rate overall, Rate chat, Rate group, Clock clock) {
        this.chat = chat;
        this.group = group;
        this.time = new ClockMeter(clock);
        this.overall = bucket(leavingRoom(overall), Math.max(1, overall.messages() / EVENLY));
        rooms = Caffeine.newBuilder().expireAfterAccess(FORGOTTEN).ticker(time::currentTimeNanos).build();
    }

    /** Takes the room for one message to a chat if there is any; else how long it takes until there may be. */
    synchronized Duration take(String chatId) {
        Room room = rooms.get(chatId, this::room);
        long pause = Math.max(pause(overall), Math.max(pause(room.bucket()), room.window().pause(group)));
        if (pause > 0) {
            return Duration.ofNanos(pause);
        }
        if (overall != null) {
            overall.tryConsume(1);
        }
        if (room.bucket() != null) {
            room.bucket().tryConsume(1);
        }
        room.window().add(group, Duration.ZERO);
        return Duration.ZERO;
    }

    /** Counts a call that cannot wait; others wait the longer. */
    synchronized void count() {
        if (overall != null) {
            overall.consumeIgnoringRateLimits(1);
        }
    }

    /** Counts what another process sent a while ago; of a burst, as if nothing had been made up for since. */
    synchronized void recall(Departure sent) {
        Room room = rooms.get(sent.chat(), this::room);
        room.window().add(group, sent.ago());
        if (room.bucket() != null && sent.ago().compareTo(chat.per().multipliedBy(BURST)) < 0) {
            room.bucket().consumeIgnoringRateLimits(1);
        }
    }

    /** A tenth less: what leaves here evenly may arrive closer together. */
    private static Rate leavingRoom(Rate rate) {
        return rate.isLifted() ? rate : new Rate(Math.max(1, rate.messages() - rate.messages() / 10), rate.per());
    }

    private Room room(String chatId) {
        boolean isGroup = Renderer.bare(chatId).startsWith("-");
        return new Room(bucket(chat, BURST), new Window(isGroup && !group.isLifted()));
    }

    private @Nullable Bucket bucket(Rate rate, int burst) {
        return rate.isLifted()
                ? null
                : Bucket.builder().withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(rate.messages(), rate.per())).build();
    }

    private static long pause(@Nullable Bucket bucket) {
        if (bucket == null) {
            return 0;
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** What one chat has left. */
    private record Room(@Nullable Bucket bucket, Window window) {
    }

    /** When the last messages of a group went out: a bucket would let twice as many through in its first minute. */
    private final class Window {

        private final boolean counts;
        private final Deque<Long> sent = new ArrayDeque<>();

        Window(boolean counts) {
            this.counts = counts;
        }

        long pause(Rate rate) {
            long first = time.currentTimeNanos() - rate.per().plus(MARGIN).toNanos();
            while (!sent.isEmpty() && sent.getFirst() <= first) {
                sent.removeFirst();
            }
            return counts && sent.size() >= rate.messages() ? sent.getFirst() - first : 0;
        }

        void add(Rate rate, Duration ago) {
            if (counts && sent.size() < rate.messages()) {
                sent.addLast(time.currentTimeNanos() - ago.toNanos());
            }
        }
    }

    /** The clock as Bucket4j reads it. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
