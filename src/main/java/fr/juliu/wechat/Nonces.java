package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.store.Replays;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Which signatures were used already, here or in another process: each is good for one message. WeChat sends that again
 * until it is answered, so it passes again for as long as its reply is kept.
 *
 * <p>
 * A plain message is not signed itself: whoever saw the address of one could else send another under it.
 */
final class Nonces {

    /** A signature may be made {@link Signatures#OLD} ahead of our time, and is as good that long after its own. */
    private static final Duration KEEP = Signatures.OLD.multipliedBy(2).plusSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Replays used;
    private final Pseudonyms names;
    private final Clock clock;

    Nonces(Replays used, Pseudonyms names, Clock clock) {
        this.used = used;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Uses a signature, which is known to be WeChat's.
     *
     * @param message what came under it
     * @return false when it was used for another message, or for this one some time ago
     */
    boolean use(String signature, String message) {
        String nonce = names.of("nonce", signature);
        String its = names.of("nonce", signature, message) + " ";
        Deadline wait = Deadline.in(Ticker.systemTicker(), WAIT);
        do {
            switch (used.take(nonce, LEASE, KEEP)) {
                case Replays.Turn.Mine mine -> {
                    return isOf(used.settle(nonce, its + clock.instant().plus(PassiveReplies.KEEP).toEpochMilli()),
                            its);
                }
                case Replays.Turn.Made made -> {
                    return isOf(made.reply(), its);
                }
                case Replays.Turn.Elsewhere elsewhere -> LockSupport.parkNanos(LOOK.toNanos());
            }
        } while (!wait.isOver());
        return false;
    }

    /** Whether a signature was used for a message whose reply is still kept. */
    private boolean isOf(String use, String its) {
        return use.startsWith(its) && Long.parseLong(use.substring(its.length())) >= clock.millis();
    }
}
