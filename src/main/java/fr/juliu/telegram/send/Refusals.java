package fr.juliu.telegram.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What Telegram refused to do or did not do at once, counted by why; a refusal is told in the log once a minute for each why. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    /** Why something is refused. */
    public enum Why {
        /** The person blocked the bot, or the group threw it out, or is gone: no trouble. */
        SHUT_OUT,
        /** The bot lacks a right in the group. */
        NO_RIGHT,
        /** The topic is closed or gone. */
        NO_TOPIC,
        /** The message cannot be edited, or is gone. */
        NOT_EDITABLE,
        /** It is too large. */
        TOO_LARGE,
        /** Anything else. */
        OTHER
    }

    /** How often, and when the log was told. */
    private record Count(long times, Instant told) {
    }

    private final Clock clock;
    private final Map<Why, Count> counts = new EnumMap<>(Why.class);
    private final LongAdder flooded = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    public Refusals(Clock clock) {
        this.clock = clock;
    }

    /** How often each thing happened since the start, by its name; what never happened is left out. */
    public synchronized Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        counts.forEach((why, count) -> counted.put(why.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count.times()));
        return counted;
    }

    /** How often a call for such a reason was refused since the start. */
    public synchronized long times(Why why) {
        Count count = counts.get(why);
        return count == null ? 0 : count.times();
    }

    /** How often a call was put off since the start because too much was sent. */
    public long flooded() {
        return flooded.sum();
    }

    /** How often a call was put off since the start because no answer came. */
    public long unanswered() {
        return unanswered.sum();
    }

    /** Counts a call that is to be made again later. */
    void putOff(DeliveryOutcome outcome) {
        (outcome instanceof DeliveryOutcome.TooMuch ? flooded : unanswered).increment();
    }

    /** Counts a call that was refused; neither its text nor its chat is told. */
    synchronized void note(BotCall call, DeliveryOutcome.Refused refused) {
        Why why = why(refused);
        Count before = counts.getOrDefault(why, new Count(0, Instant.MIN));
        Instant now = clock.instant();
        boolean tells = !before.told().plus(QUIET).isAfter(now);
        counts.put(why, new Count(before.times() + 1, tells ? now : before.told()));
        if (tells) {
            LOG.atLevel(why == Why.SHUT_OUT ? Level.INFO : Level.WARN).log(
                    "Telegram refused {}: {} {} ({} in all; told once a minute)", call.getMethod(), refused.code(),
                    refused.description(), before.times() + 1);
        }
    }

    static Why why(DeliveryOutcome.Refused refused) {
        if (refused.code() == FORBIDDEN || says(refused, "chat not found")) {
            return Why.SHUT_OUT;
        }
        if (refused.code() == TOO_LARGE) {
            return Why.TOO_LARGE;
        }
        if (says(refused, "thread not found", "topic_closed", "topic_deleted")) {
            return Why.NO_TOPIC;
        }
        if (says(refused, "can't be edited", "to edit not found", "message_id_invalid", "no text in the message")) {
            return Why.NOT_EDITABLE;
        }
        return says(refused, "not enough rights", "administrator rights", "admin_required", "_forbidden")
                ? Why.NO_RIGHT
                : Why.OTHER;
    }

    private static boolean says(DeliveryOutcome.Refused refused, String... words) {
        return Stream.of(words).anyMatch(refused::says);
    }
}
