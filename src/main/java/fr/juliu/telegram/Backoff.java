package fr.juliu.telegram;

import java.time.Duration;

/** How long to wait after each failure in a row: longer each time, and as long as Telegram asks. */
final class Backoff {

    /**
     * How long the waits are.
     *
     * @param first      after the first failure; each is twice the one before
     * @param most       what they grow to
     * @param wrongToken what they grow to while Telegram does not know the token, which may pass
     */
    record Pace(Duration first, Duration most, Duration wrongToken) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    private static final int DOUBLINGS = 16;

    private final Pace pace;
    private int failures;

    Backoff(Pace pace) {
        this.pace = pace;
    }

    /** How long to wait after another failure. */
    Duration after(BotApiException failure) {
        Duration grown = pace.first().multipliedBy(1L << Math.min(failures++, DOUBLINGS));
        Duration most = failure.state() == TelegramState.UNAUTHORISED ? pace.wrongToken() : pace.most();
        Duration wait = grown.compareTo(most) > 0 ? most : grown;
        return wait.compareTo(failure.retryAfter()) > 0 ? wait : failure.retryAfter();
    }

    /** Something worked: the next failure is the first again. */
    void reset() {
        failures = 0;
    }
}
