package fr.juliu.telegram;

import fr.juliu.store.Lease;
import fr.juliu.store.Outbox;
import fr.juliu.telegram.send.Refusals;
import fr.juliu.telegram.send.Sender;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the operator's Prometheus reads of the way to Telegram. */
record TelegramMeters(Reachability way, Sender sender, Outbox outbox, UpdateHandler handler,
        Lease lease) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("juliu.telegram.up", way, now -> switch (now.state()) {
            case OK, STANDBY -> 1;
            case REGISTERING, CONFLICT, UNAUTHORISED, UNREACHABLE -> 0;
        }).description("Whether updates come in, here or at the replica that polls: 1 or 0").register(registry);
        Gauge.builder("juliu.telegram.on.duty", lease, now -> now.term() > 0 ? 1 : 0)
                .description("Whether this replica sends and, without a webhook, polls: 1 or 0; one does")
                .register(registry);
        TimeGauge.builder("juliu.telegram.last.poll.timestamp", way, TimeUnit.MILLISECONDS,
                now -> now.lastPoll().map(time -> (double) time.toEpochMilli()).orElse(Double.NaN))
                .description("When Telegram last answered a call for updates, in Unix time; polling alone")
                .register(registry);
        Gauge.builder("juliu.telegram.updates.waiting", handler, UpdateHandler::waiting)
                .description("Updates that wait for those before them").register(registry);
        Gauge.builder("juliu.telegram.messages.waiting", outbox, box -> box.waiting(Addresses.MESSENGER))
                .description("Messages that are still to be sent").register(registry);
        sending(registry, sender.refusals());
    }

    private void sending(MeterRegistry registry, Refusals refusals) {
        for (Refusals.Why why : Refusals.Why.values()) {
            FunctionCounter.builder("juliu.telegram.refused", refusals, counts -> counts.times(why))
                    .tag("reason", why.name().toLowerCase(Locale.ROOT))
                    .description("Calls that Telegram refused for good, by why").register(registry);
        }
        FunctionCounter.builder("juliu.telegram.retries", refusals, Refusals::flooded).tag("reason", "flood")
                .description("Calls that were put off, by why").register(registry);
        FunctionCounter.builder("juliu.telegram.retries", refusals, Refusals::unanswered).tag("reason", "unanswered")
                .description("Calls that were put off, by why").register(registry);
        Gauge.builder("juliu.telegram.locked.out", sender, now -> now.isLockedOut() ? 1 : 0)
                .description("Whether Telegram does not take the token: 1 or 0").register(registry);
    }
}
