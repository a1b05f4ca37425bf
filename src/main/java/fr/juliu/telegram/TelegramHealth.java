package fr.juliu.telegram;

import fr.juliu.store.Lease;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the way to Telegram is; a Telegram that is down is told, and does not bring the web chat down. */
final class TelegramHealth implements HealthIndicator {

    private final String mode;
    private final Reachability way;
    private final BooleanSupplier lockedOut;
    private final IntSupplier waiting;
    private final Supplier<Map<String, Long>> refused;
    private final Lease lease;

    /**
     * The health of the way to Telegram.
     *
     * @param lockedOut whether Telegram does not let the sender in
     * @param waiting   how many messages are still to be sent
     * @param refused   what Telegram refused since the start, by why
     * @param lease     the one of the replica that polls and sends
     */
    TelegramHealth(String mode, Reachability way, BooleanSupplier lockedOut, IntSupplier waiting,
            Supplier<Map<String, Long>> refused, Lease lease) {
        this.mode = mode;
        this.way = way;
        this.lockedOut = lockedOut;
        this.waiting = waiting;
        this.refused = refused;
        this.lease = lease;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("mode", mode)
                .withDetail("state", way.state().name().toLowerCase(Locale.ROOT))
                .withDetail("sending", lockedOut.getAsBoolean() ? "locked out" : "ok")
                .withDetail("messages waiting", waiting.getAsInt()).withDetail("refused", refused.get());
        if (lease.isShared()) {
            health.withDetail("replica", lease.owner()).withDetail("polls and sends", lease.holder());
        }
        way.lastPoll().ifPresent(time -> health.withDetail("last successful poll", time.toString()));
        return health.build();
    }
}
