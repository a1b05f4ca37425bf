package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.store.Bell;
import fr.juliu.store.Replicas;
import fr.juliu.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one of several replicas at the edition that all are to answer from: looks for it when a bell rings, and now and
 * then. Where there is one process alone it does nothing.
 */
public final class Following implements AutoCloseable {

    /** How long nobody looks where no bell rings. */
    static final Duration PACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Reindexing reindexing;
    private final CurrentEdition current;
    private final Publications publications;
    private final Replicas replicas;
    private final Bell bell;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();
    private volatile State state = new State.Alone();
    private volatile @Nullable Edition startedWith;
    private @Nullable Instant publishedBefore;
    private @Nullable Thread thread;
    private volatile boolean closed;

    public Following(Reindexing reindexing, CurrentEdition current, Publications publications, Replicas replicas,
            Bell bell, Clock clock) {
        this.reindexing = reindexing;
        this.current = current;
        this.publications = publications;
        this.replicas = replicas;
        this.bell = bell;
        this.clock = clock;
    }

    /** How this replica does. */
    public sealed interface State {

        /** There are no others. */
        record Alone() implements State {
        }

        /** It answers from what all are to answer from. */
        record InStep() implements State {
        }

        /**
         * It answers from another edition than all are to answer from.
         *
         * @param published the edition that it should have
         * @param since     when that was seen first
         * @param why       in words for the operator
         */
        record Behind(String published, Instant since, String why) implements State {
        }
    }

    public State state() {
        return state;
    }

    /**
     * The other replicas.
     *
     * @param all       how many said in the last half minute that they answer
     * @param different how many of these answer from another edition than this one
     */
    public record Others(int all, int different) {

        static final Others NONE = new Others(0, 0);
    }

    /** Those that there are, as far as that can be known. */
    public Others others() {
        if (!replicas.isShared()) {
            return Others.NONE;
        }
        List<String> editions = replicas.editionsBeside(name);
        String own = current.get().id();
        return new Others(editions.size(), (int) editions.stream().filter(each -> !each.equals(own)).count());
    }

    /** Publishes what it was started with, if that is due, and then looks now and then, on a thread of its own. */
    synchronized void start() {
        if (!replicas.isShared() || thread != null) {
            return;
        }
        begin();
        thread = Thread.ofPlatform().daemon().name("following").start(this::run);
    }

    /** Notes what is published at the start, and publishes what it was started with, if that is due. */
    void begin() {
        publishedBefore = replicas.published().map(Replicas.Published::since).orElse(Instant.MIN);
        startedWith = current.get();
        replicas.say(name, startedWith.id());
        if (!reindexing.between(catching -> settle())) {
            LOG.debug("A reindexing publishes already");
        }
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    look();
                } catch (StoreUnavailableException e) {
                    LOG.debug("The store says itself what is wrong", e);
                } catch (RuntimeException e) {
                    LOG.warn("Following other replicas failed; the next attempt follows", e);
                }
                bell.await(PACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what it answers from, sees what is published, and does what is to be done about it. */
    void look() {
        replicas.say(name, current.get().id());
        boolean idle = reindexing.between(catching -> {
            if (!settle()) {
                Edition now = current.get();
                replicas.published().ifPresent(published -> catchUp(catching, published, now));
            }
        });
        if (!idle) {
            LOG.debug("Looks for what is published after the reindexing");
        }
    }

    /** Publishes what it answers from, where it may; whether that is what all are to answer from now. */
    private boolean settle() {
        Edition now = current.get();
        Optional<Replicas.Published> published = replicas.published();
        boolean its = published.isPresent() && published.get().edition().equals(now.id());
        boolean takes = !its && (published.isEmpty() || mayTakeOver(published.get()));
        if (takes) {
            publications.start(now);
        }
        if (its || takes) {
            state = new State.InStep();
        }
        return its || takes;
    }

    /**
     * Whether what this replica was started with takes the place of what was published before it was: no other one
     * answers from that any more. An edition that was published later is never taken away.
     */
    private boolean mayTakeOver(Replicas.Published published) {
        return current.get() == startedWith && published.since().equals(publishedBefore)
                && Publications.isSound(current.get())
                && !replicas.editionsBeside(name).contains(published.edition());
    }

    private void catchUp(CatchingUp catching, Replicas.Published published, Edition now) {
        switch (catching.to(published)) {
            case CatchingUp.Outcome.Done done -> {
                Edition next = current.get();
                replicas.say(name, next.id());
                LOG.info("Answers from edition {}, which another replica published, in place of {}", next.id(),
                        now.id());
                state = new State.InStep();
            }
            case CatchingUp.Outcome.Unable unable -> behind(published.edition(), now.id(), unable.why());
        }
    }

    private void behind(String published, String own, String why) {
        boolean known = state instanceof State.Behind before && before.published().equals(published);
        Instant since = state instanceof State.Behind before && known ? before.since() : clock.instant();
        state = new State.Behind(published, since, why);
        if (!known) {
            LOG.warn("Answers from edition {} still: edition {}, which another replica published, cannot be built here:"
                    + " {}; it is tried again every {} s", own, published, why, PACE.toSeconds());
        }
    }

    /** Stops looking, and waits for what is being built. */
    @Override
    public synchronized void close() {
        closed = true;
        Thread running = thread;
        try {
            if (running != null) {
                running.interrupt();
                if (!running.join(PATIENCE)) {
                    LOG.warn("Following other replicas does not stop");
                }
            }
            if (replicas.isShared()) {
                replicas.leave(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailableException e) {
            LOG.debug("The others notice by themselves that this replica is gone", e);
        }
    }
}
