package fr.juliu.telegram.send;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the call of an item, and has done what is to be done after it. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final BotLine line;
    private final Postbox post;
    private final Share share;
    private final OutcomeHandler outcomes;

    Delivery(BotLine line, Postbox post, Share share, OutcomeHandler outcomes) {
        this.line = line;
        this.post = post;
        this.share = share;
        this.outcomes = outcomes;
    }

    /** Sends an item, whatever breaks; when the outbox has something for it, never when it has nothing. */
    Instant make(OutboxItem item) {
        try {
            return settled(item);
        } catch (Throwable e) {
            LOG.warn("A delivery broke off; it is tried again ({})", e.getClass().getName());
            return outcomes.recover(item);
        }
    }

    private Instant settled(OutboxItem item) {
        if (!share.isMine(item)) {
            return outcomes.leave(item);
        }
        if (post.isStale(item)) {
            return outcomes.abandon(item, "too old");
        }
        BotCall call;
        try {
            call = item.call();
        } catch (RuntimeException e) {
            LOG.warn("A call cannot be written ({})", e.getClass().getSimpleName());
            return outcomes.abandon(item, "no call");
        }
        return outcomes.handle(item, call, line.execute(call));
    }
}
