package fr.juliu.telegram.send;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that are worth something only at once, such as the answer to a press: made at once, and once more soon after. */
final class DirectCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DirectCalls.class);
    /** Later nobody looks any more. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("telegram-direct").start(task);

    private final BotLine line;
    private final Runnable count;
    private final Retries retries;

    /**
     * Calls to Telegram.
     *
     * @param count counts a call against the limits
     */
    DirectCalls(BotLine line, Runnable count, Retries retries) {
        this.line = line;
        this.count = count;
        this.retries = retries;
    }

    /** Makes a call, and does not mind whether it works. */
    void make(BotCall call) {
        VIRTUAL.execute(() -> run(call, true));
    }

    private void run(BotCall call, boolean again) {
        DeliveryOutcome outcome = execute(call);
        Duration pause = again ? pause(outcome) : null;
        if (pause != null && pause.compareTo(LONGEST) <= 0) {
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, VIRTUAL)
                    .execute(() -> run(call, false));
        } else if (!(outcome instanceof DeliveryOutcome.Done)) {
            LOG.debug("{} did not work", call.getMethod());
        }
    }

    private DeliveryOutcome execute(BotCall call) {
        count.run();
        return line.execute(call);
    }

    /** How long to wait before the call is worth making again; null when it never is. */
    private @Nullable Duration pause(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.TooMuch much -> much.pause();
            case DeliveryOutcome.Unanswered unanswered -> retries.pause(0);
            case DeliveryOutcome.Done done -> null;
            case DeliveryOutcome.Refused refused -> null;
            case DeliveryOutcome.Locked locked -> null;
        };
    }
}
