package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.store.Replays;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One reply for each message, however often WeChat asks, at the same time or after a restart, this process or another:
 * the first to ask makes it, the others wait for it and tell the same.
 */
final class PassiveReplies {

    /** By when an answer is to be there, or a word that it takes longer; WeChat waits for 5 s. */
    static final Duration ANSWER = Duration.ofMillis(3500);

    /** When whoever makes a reply is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration WAIT = Duration.ofMillis(4700);
    /** For how long a reply is told again. */
    static final Duration KEEP = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(40);

    private final Replays replays;
    private final Ticker ticker;
    private final LongAdder repeats = new LongAdder();

    PassiveReplies(Replays replays, Ticker ticker) {
        this.replays = replays;
        this.ticker = ticker;
    }

    /** By when what comes in now is to be answered. */
    Deadline deadline() {
        return Deadline.in(ticker, ANSWER);
    }

    /** How often a reply was told again since the start. */
    long repeats() {
        return repeats.sum();
    }

    /**
     * The reply to a message; empty for none.
     *
     * @param key    what the message is known by
     * @param answer the deadline since the message came in
     * @param maker  makes the reply by the deadline, at most once in this call
     */
    String reply(String key, Deadline answer, Supplier<String> maker) {
        Deadline wait = answer.plus(WAIT.minus(ANSWER));
        while (!wait.isOver()) {
            switch (replays.take(key, LEASE, KEEP)) {
                case Replays.Turn.Mine mine -> {
                    return replays.settle(key, maker.get());
                }
                case Replays.Turn.Made made -> {
                    repeats.increment();
                    return made.reply();
                }
                case Replays.Turn.Elsewhere elsewhere -> LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        return "";
    }
}
