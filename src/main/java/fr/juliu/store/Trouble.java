package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store cannot do, since when, and what is lost by it; said in the log at most once a minute. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Ticker ticker;
    private @Nullable String reason;
    private long since;
    private long said;
    private boolean silent;
    private long lost;
    private long removed;

    Trouble(Ticker ticker) {
        this.ticker = ticker;
        said = ticker.read() - PAUSE.toNanos();
    }

    /**
     * What there is to tell.
     *
     * @param reason  what does not work; null when all does
     * @param lasting for how long it has not
     * @param lost    what could not be written since the start
     * @param removed what was deleted since the start because there was more than is kept
     */
    record Report(@Nullable String reason, Duration lasting, long lost, long removed) {
    }

    /** Something does not work. */
    synchronized void begins(String words) {
        long now = ticker.read();
        if (reason == null) {
            since = now;
            silent = true;
        }
        reason = words;
        if (now - said >= PAUSE.toNanos()) {
            said = now;
            silent = false;
            LOG.warn("The store does not work: {}. Answers go on without it; {} lost since the start", words,
                    entries(lost));
        }
    }

    /** All works. */
    synchronized void ends() {
        if (reason != null && !silent) {
            LOG.info("The store works again; {} lost since the start", entries(lost));
        }
        reason = null;
    }

    synchronized boolean isOn() {
        return reason != null;
    }

    /** Something was to be written, and never will be. */
    synchronized void lost(String words) {
        lost++;
        begins(words);
    }

    synchronized void removed(int entries) {
        removed += entries;
    }

    synchronized Report report() {
        return new Report(reason, reason == null ? Duration.ZERO : Duration.ofNanos(ticker.read() - since), lost,
                removed);
    }

    private static String entries(long number) {
        return number == 1 ? "1 entry is" : number + " entries are";
    }
}
