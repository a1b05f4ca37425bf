package fr.juliu.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the way to Telegram is now; a change is told in the log, in one line, and not over and over. */
final class Reachability {

    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<TelegramState, Instant> told = new EnumMap<>(TelegramState.class);
    private TelegramState state = TelegramState.REGISTERING;
    private boolean troubleTold;
    private @Nullable Instant lastPoll;

    Reachability(Clock clock) {
        this.clock = clock;
    }

    synchronized TelegramState state() {
        return state;
    }

    /** When Telegram last answered a call for updates. */
    synchronized Optional<Instant> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    synchronized void polled() {
        lastPoll = clock.instant();
        works();
    }

    synchronized void works() {
        if (state == TelegramState.REGISTERING || state == TelegramState.STANDBY) {
            LOG.info("Telegram: updates come in");
        } else if (troubleTold) {
            LOG.info("Telegram works again");
        }
        troubleTold = false;
        state = TelegramState.OK;
    }

    /** Another replica polls. */
    synchronized void standsBy() {
        state = TelegramState.STANDBY;
        troubleTold = false;
        lastPoll = null;
    }

    synchronized void failed(BotApiException failure) {
        TelegramState now = failure.state();
        Instant last = told.get(now);
        boolean quiet = last != null && clock.instant().isBefore(last.plus(QUIET));
        if (now != state && !quiet) {
            tell(now, failure);
            told.put(now, clock.instant());
            troubleTold = true;
        }
        state = now;
    }

    private static void tell(TelegramState state, BotApiException failure) {
        switch (state) {
            case CONFLICT -> LOG.error("Telegram: another program takes this bot's updates ({}); stop it, or give one"
                    + " of the two another token. Trying on.", failure.getMessage());
            case UNAUTHORISED -> LOG.error("Telegram does not know this bot ({}); check juliu.telegram.token. Trying"
                    + " on, in the end every few minutes.", failure.getMessage());
            case UNREACHABLE -> LOG.warn("Telegram cannot be reached ({}). Trying on.", failure.getMessage());
            case REGISTERING, OK, STANDBY -> LOG.debug("Telegram: {}", state);
        }
    }
}
