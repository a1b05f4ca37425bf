package fr.juliu.telegram;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the way to Telegram is; a Telegram that is down is told, and does not bring the web chat down. */
final class TelegramHealth implements HealthIndicator {

    private final String mode;
    private final Reachability way;
    private final BooleanSupplier lockedOut;
    private final IntSupplier waiting;

    /**
     * The health of the way to Telegram.
     *
     * @param lockedOut whether Telegram does not let the sender in
     * @param waiting   how many messages are still to be sent
     */
    TelegramHealth(String mode, Reachability way, BooleanSupplier lockedOut, IntSupplier waiting) {
        this.mode = mode;
        this.way = way;
        this.lockedOut = lockedOut;
        this.waiting = waiting;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("mode", mode)
                .withDetail("state", way.state().name().toLowerCase(Locale.ROOT))
                .withDetail("sending", lockedOut.getAsBoolean() ? "locked out" : "ok")
                .withDetail("messages waiting", waiting.getAsInt());
        way.lastPoll().ifPresent(time -> health.withDetail("last successful poll", time.toString()));
        return health.build();
    }
}
