package fr.juliu.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.User;

/** Makes itself known to Telegram in the background, as often as it takes, so that the app starts without Telegram. */
final class Registration implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    /** A step that Telegram has to take part in. */
    private interface Step<T> {

        T take() throws BotApiException;
    }

    private final BotQueries api;
    private final Reachability way;
    private final Backoff.Pace pace;
    private final Menus menus;
    private final @Nullable SetWebhook webhook;
    private final Poller poller;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Self self;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param webhook what Telegram is to send updates to; null for polling
     */
    Registration(BotQueries api, Reachability way, Backoff.Pace pace, Menus menus, @Nullable SetWebhook webhook,
            Poller poller) {
        this.api = api;
        this.way = way;
        this.pace = pace;
        this.menus = menus;
        this.webhook = webhook;
        this.poller = poller;
    }

    void start() {
        Thread.ofVirtual().name("telegram").start(this::run);
    }

    /** The bot; nothing before Telegram has said who it is. */
    Optional<Self> self() {
        return Optional.ofNullable(self);
    }

    /** Another replica polls now. */
    void interrupt() {
        poller.interrupt();
    }

    @Override
    public void close() {
        closing.countDown();
        poller.close();
        api.close();
    }

    private void run() {
        try {
            self = untilItWorks(this::ask, true);
            Thread.ofVirtual().name("telegram-menus").start(this::tellMenus);
            if (webhook == null) {
                poller.run();
            } else {
                untilItWorks(() -> api.call(webhook, Boolean.class), true);
                way.works();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedException e) {
            LOG.debug("Closed while Telegram was not reached");
        }
    }

    private Self ask() throws BotApiException {
        User user = api.call(new GetMe(), User.class);
        LOG.info("Telegram: the bot is @{}", user.getUserName());
        return new Self(user.getId(), user.getUserName());
    }

    private void tellMenus() {
        try {
            untilItWorks(() -> {
                menus.tell();
                return true;
            }, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedException e) {
            LOG.debug("Closed before Telegram knew the commands");
        }
    }

    /** Takes a step again and again; only a vital one says how the way to Telegram is. */
    private <T> T untilItWorks(Step<T> step, boolean vital) throws InterruptedException, ClosedException {
        Backoff backoff = new Backoff(pace);
        while (true) {
            BotApiException failure;
            try {
                return step.take();
            } catch (BotApiException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = new BotApiException(0, e.getClass().getSimpleName(), Duration.ZERO);
            }
            if (vital && closing.getCount() > 0) {
                way.failed(failure);
            }
            if (closing.await(backoff.after(failure).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ClosedException();
            }
        }
    }

    /** The app ends. */
    private static final class ClosedException extends Exception {
    }
}
