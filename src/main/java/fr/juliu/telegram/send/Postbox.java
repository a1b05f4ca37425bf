package fr.juliu.telegram.send;

import fr.juliu.store.Groups;
import fr.juliu.store.Lease;
import fr.juliu.store.Outbox;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.store.Watches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox as one sender sees it: what the store cannot note down at once is noted down later. Of several replicas the
 * one that has the lease sends; the others but put in, and send what they hold in memory alone while the store is away.
 */
public final class Postbox {

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
    /** Renewed each second; as long as this, chats whose messages were under way wait after a crash. */
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration EXTENDED = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Outbox outbox;
    private final Groups groups;
    private final Watches watches;
    private final Renderer renderer;
    private final Clock clock;
    private final String process = UUID.randomUUID().toString();
    private final Deque<Runnable> notes = new ConcurrentLinkedDeque<>();
    private final Lock order = new ReentrantLock();
    private final Lease lease;
    private Instant extended = Instant.MIN;

    /**
     * The outbox of a sender.
     *
     * @param lease of the one process that sends
     */
    public Postbox(Outbox outbox, Groups groups, Watches watches, Renderer renderer, Lease lease, Clock clock) {
        this.outbox = outbox;
        this.groups = groups;
        this.watches = watches;
        this.renderer = renderer;
        this.lease = lease;
        this.clock = clock;
    }

    /** Keeps what was taken for longer, notes down what could not be noted, and takes more. */
    List<OutboxItem.Stored> take(int most) {
        for (int left = notes.size(); left > 0; left--) {
            Runnable note = notes.remove();
            if (!isOffered(note)) {
                notes.addFirst(note);
                break;
            }
        }
        long now = lease.term();
        List<OutboxItem.Stored> parcels = new ArrayList<>();
        for (OutgoingMessage message : most > 0 || now > 0 ? messages(now, most) : List.<OutgoingMessage>of()) {
            try {
                parcels.add(new OutboxItem.Stored(message, now));
            } catch (IllegalArgumentException e) {
                LOG.warn("A message to send is dropped: {}", e.getMessage());
                note(() -> outbox.drop(message));
            }
        }
        return parcels;
    }

    private List<OutgoingMessage> messages(long now, int most) {
        if (now == 0) {
            return outbox.takeHeld(Renderer.MESSENGER, most);
        }
        Instant time = clock.instant();
        if (!time.isBefore(extended.plus(EXTENDED)) || time.isBefore(extended)) {
            extended = time;
            outbox.extend(Renderer.MESSENGER, owner(now), LEASE);
        }
        return most > 0 ? outbox.take(Renderer.MESSENGER, owner(now), LEASE, most) : List.of();
    }

    /** Another one in each term: what was taken in an earlier one runs out. */
    private String owner(long term) {
        return process + "/" + term;
    }

    /** What this process has of the sending. */
    Share share(Limits limits) {
        return new Share(lease, outbox, limits);
    }

    /** Does something that no message may be taken during, so that those of a chat stay in order. */
    void inOrder(Runnable work) {
        order.lock();
        try {
            work.run();
        } finally {
            order.unlock();
        }
    }

    void sent(OutboxItem.Stored parcel, String messageId) {
        note(() -> outbox.sent(parcel.message(), messageId));
    }

    void drop(OutboxItem.Stored parcel) {
        note(() -> outbox.drop(parcel.message()));
    }

    /** Puts another message in the place of one that was refused. */
    void replace(OutboxItem.Stored parcel, BotCall instead) {
        OutgoingMessage other = renderer.instead(parcel.message(), instead.to(Renderer.bare(parcel.chat())),
                parcel.chat());
        note(() -> outbox.replace(parcel.message(), other));
    }

    /** A message that Telegram never takes. */
    void giveUp(OutboxItem.Stored parcel) {
        note(() -> outbox.giveUp(parcel.message()));
    }

    /** A chat that shut the bot out watches nothing any more. */
    void shutOut(String chat) {
        note(() -> watches.end(chat));
    }

    /** Gives a message back, for whoever takes it when it is due. */
    void giveBack(OutboxItem.Stored parcel, Instant due) {
        note(() -> outbox.postpone(parcel.message(), owner(parcel.term()), due));
    }

    /** A group got another id. */
    void move(String from, String to) {
        note(() -> groups.move(from, to));
    }

    /** Whether a message is too old to be of use. */
    boolean isStale(OutboxItem item) {
        return item instanceof OutboxItem.Stored stored
                && stored.message().created().plus(KEPT).isBefore(clock.instant());
    }

    /** Lets others have all that was taken. */
    void release() {
        long now = lease.term();
        note(() -> outbox.extend(Renderer.MESSENGER, owner(now), Duration.ZERO));
    }

    private void note(Runnable note) {
        if (!isOffered(note)) {
            notes.add(note);
        }
    }

    /** Offers the store a note, which is offered again later when that fails; false when it takes nothing at all. */
    private boolean isOffered(Runnable note) {
        try {
            note.run();
        } catch (StoreUnavailableException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.warn("The store did not take a note on a message; it is tried again ({})",
                    e.getClass().getSimpleName());
            notes.add(note);
        }
        return true;
    }
}
