package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.keep.watch.Notice;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells watchers by customer messages, which WeChat takes within 48 hours of what somebody wrote. Who that is, as WeChat
 * knows him, stands in memory alone and so long; whoever cannot be told so is told when he writes next.
 */
final class NoticePushes implements AutoCloseable {

    static final Duration WINDOW = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(NoticePushes.class);
    private static final String MESSENGER = "wechat";
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofSeconds(10);

    private final Watching watching;
    private final CustomerMessages customers;
    private final ByteCutter cutter = new ByteCutter(Conversation.LONGEST, ByteCutter.READ_ON);
    private final Cache<String, String> openIds;
    private final ScheduledExecutorService turns = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("wechat-notices").factory());
    private final Future<?> next;

    NoticePushes(Watching watching, CustomerMessages customers, Ticker ticker) {
        this.watching = watching;
        this.customers = customers;
        openIds = Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST).ticker(ticker).build();
        next = turns.scheduleWithFixedDelay(this::turn, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Notes that somebody wrote. */
    void wrote(InboundMessage message) {
        if (customers.maySend()) {
            openIds.put(message.person(), message.openId());
        }
    }

    private void turn() {
        try {
            push();
        } catch (StoreUnavailableException e) {
            // the store says so itself
        } catch (RuntimeException e) {
            LOG.warn("Watchers in WeChat cannot be told now: {}", e.getClass().getName());
        }
    }

    /** Tells those who can be told. */
    void push() {
        if (openIds.estimatedSize() == 0 || !customers.maySend()) {
            return;
        }
        for (Notice notice : watching.due(MESSENGER, MOST)) {
            String openId = openIds.getIfPresent(notice.due().watch().chat());
            if (openId != null && watching.told(notice)
                    && !customers.send(openId, cutter.pages(TextRenderer.text(notice.text())).getFirst())) {
                watching.untold(notice);
            }
        }
    }

    @Override
    public void close() {
        next.cancel(false);
        turns.shutdownNow();
    }
}
