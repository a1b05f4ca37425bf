package fr.juliu.keep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reindexing that nobody waits for: it is started, and its steps and its report are there to be read. */
public final class BackgroundReindexing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundReindexing.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Reindexing reindexing;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State.Idle());
    private volatile @Nullable Thread thread;

    public BackgroundReindexing(Reindexing reindexing, Clock clock) {
        this.reindexing = reindexing;
        this.clock = clock;
    }

    /** How far it is. */
    public sealed interface State {

        /** None was started since the start of the app. */
        record Idle() implements State {
        }

        /** One is running; its steps so far, in Chinese. */
        record Running(Reindexing.Mode mode, List<String> steps, Instant begun) implements State {
        }

        /** The last one came to an end. */
        record Ended(Reindexing.Mode mode, List<String> steps, Reindexing.Report report, Instant at)
                implements
                    State {
        }

        /** The last one broke off by an error of ours, which the log tells. */
        record Failed(Reindexing.Mode mode, List<String> steps, Instant begun) implements State {
        }
    }

    public State state() {
        return state.get();
    }

    /** Starts one; false when one that was started here is running. */
    public synchronized boolean start(Reindexing.Mode mode) {
        if (state.get() instanceof State.Running) {
            return false;
        }
        state.set(new State.Running(mode, List.of(), clock.instant()));
        Thread next = Thread.ofPlatform().daemon().name("reindexing").unstarted(() -> run(mode));
        thread = next;
        next.start();
        return true;
    }

    private void run(Reindexing.Mode mode) {
        List<String> steps = new ArrayList<>();
        Instant begun = clock.instant();
        try {
            Reindexing.Report report = reindexing.run(mode, step -> {
                steps.add(step);
                state.set(new State.Running(mode, List.copyOf(steps), begun));
            });
            state.set(new State.Ended(mode, List.copyOf(steps), report, clock.instant()));
        } catch (RuntimeException | Error e) {
            state.set(new State.Failed(mode, List.copyOf(steps), begun));
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("Reindexing was stopped before its end; nothing was published");
            } else {
                LOG.error("Reindexing broke off", e);
            }
        }
    }

    /** Ends the one that runs, and waits for it: the editions that it works on are closed next. */
    @Override
    public void close() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (!running.join(PATIENCE)) {
                LOG.warn("Reindexing does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
