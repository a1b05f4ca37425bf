package fr.juliu.telegram;

import fr.juliu.store.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates, again and again, whatever happens. An update is confirmed once it and all before it are
 * handled; what is not confirmed, Telegram gives again, to the next process too. Of several replicas the one that has
 * the lease polls.
 */
final class Poller implements AutoCloseable {

    /** The kinds of update that the bot reads. */
    static final List<String> ALLOWED = List.of("message", "edited_message", "callback_query", "inline_query",
            "my_chat_member");

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int LONG_POLL_SECONDS = 50;
    private static final int MOST = 100;
    private static final Duration BATCH = Duration.ofSeconds(1);
    private static final Duration BREATH = Duration.ofMillis(500);
    /** How often a replica that stands by looks whether its time has come. */
    private static final Duration STANDBY = Duration.ofMillis(100);

    private final BotQueries api;
    private final Function<Update, CompletableFuture<Void>> handler;
    private final Reachability way;
    private final Lease lease;
    private final Backoff backoff;
    private final NavigableMap<Integer, CompletableFuture<Void>> taken = new TreeMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private long term;
    private boolean webhookGone;
    private int next;

    /**
     * Asks nothing before {@link #run()}.
     *
     * @param handler takes an update; what it returns is done when the update is handled
     */
    Poller(BotQueries api, Function<Update, CompletableFuture<Void>> handler, Reachability way, Lease lease,
            Backoff.Pace pace) {
        this.api = api;
        this.handler = handler;
        this.way = way;
        this.lease = lease;
        this.backoff = new Backoff(pace);
    }

    /** Polls until it is closed. */
    void run() throws InterruptedException {
        while (!isClosed()) {
            if (!isOn()) {
                way.standsBy();
                closing.await(STANDBY.toMillis(), TimeUnit.MILLISECONDS);
                continue;
            }
            try {
                if (!webhookGone) {
                    api.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
                    webhookGone = true;
                }
                poll();
                backoff.reset();
            } catch (BotApiException e) {
                webhookGone &= !(e.state() == TelegramState.CONFLICT && e.getMessage().contains("webhook"));
                waitAfter(e);
            } catch (RuntimeException | Error e) {
                LOG.error("Polling Telegram failed, and goes on", e);
                closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Ends the call that waits for updates, as another replica polls now. */
    void interrupt() {
        api.cancel();
    }

    /** Whether it is this replica's to poll; where another one polled before, it goes on from there. */
    private boolean isOn() {
        long now = lease.term();
        if (now != term && now > 0) {
            taken.clear();
            next = Math.toIntExact(lease.mark());
            webhookGone = false;
        }
        term = now;
        return now > 0;
    }

    /** Ends the call that waits for updates at once; what is being handled is the handler's matter. */
    @Override
    public void close() {
        closing.countDown();
        api.close();
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void waitAfter(BotApiException failure) throws InterruptedException {
        if (!isClosed() && lease.term() == term) {
            way.failed(failure);
            closing.await(backoff.after(failure).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void poll() throws BotApiException, InterruptedException {
        List<Update> updates = api.updates(GetUpdates.builder().offset(next).limit(MOST)
                .timeout(taken.isEmpty() ? LONG_POLL_SECONDS : 0).allowedUpdates(ALLOWED).build());
        if (lease.term() != term) {
            return;
        }
        way.polled();
        List<CompletableFuture<Void>> fresh = new ArrayList<>();
        boolean failed = false;
        for (Update update : updates) {
            CompletableFuture<Void> before = taken.get(update.getUpdateId());
            failed |= before != null && before.isCompletedExceptionally();
            if (before == null || before.isCompletedExceptionally()) {
                CompletableFuture<Void> now = handler.apply(update);
                taken.put(update.getUpdateId(), now);
                fresh.add(now);
            }
        }
        await(CompletableFuture.allOf(fresh.toArray(CompletableFuture[]::new)), BATCH);
        confirm();
        if (!taken.isEmpty() && (fresh.isEmpty() || failed)) {
            closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for a batch, but not for ever: another chat's updates may have come meanwhile. */
    private static void await(CompletableFuture<?> batch, Duration longest) throws InterruptedException {
        try {
            batch.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Not all updates of a batch are handled yet");
        }
    }

    /** Counts the updates on that are handled, up to the first that is not. */
    private void confirm() {
        int before = next;
        while (!taken.isEmpty() && isHandled(taken.firstEntry().getValue())) {
            next = taken.pollFirstEntry().getKey() + 1;
        }
        if (next != before) {
            lease.mark(next);
        }
    }

    private static boolean isHandled(CompletableFuture<Void> update) {
        return update.isDone() && !update.isCompletedExceptionally();
    }
}
