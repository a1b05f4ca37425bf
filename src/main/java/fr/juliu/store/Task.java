package fr.juliu.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of work for the one thread that writes, on which who waits for it and who does it agree whether it lasts. */
final class Task<T extends @Nullable Object> {

    private final Supplier<T> work;
    private final boolean watched;
    private final Runnable after;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);

    /**
     * A piece of work.
     *
     * @param watched whether somebody waits for it
     * @param after   done after it, whatever became of it
     */
    Task(Supplier<T> work, boolean watched, Runnable after) {
        this.work = work;
        this.watched = watched;
        this.after = after;
    }

    /** How far it is. */
    private enum Stage {
        /** It may be given up. */
        OPEN,
        /** It is being made to last; whoever waits for it waits for its end. */
        COMMITTING,
        /** Nobody waits for it any more, and nothing may come of it. */
        GIVEN_UP
    }

    Supplier<T> work() {
        return work;
    }

    boolean watched() {
        return watched;
    }

    Runnable after() {
        return after;
    }

    CompletableFuture<T> result() {
        return result;
    }

    /** Whether nothing will come of it from now on; false when it is too late for that. */
    boolean givesUp() {
        return stage.compareAndSet(Stage.OPEN, Stage.GIVEN_UP);
    }

    /** Whether it may be made to last; false when it was given up. */
    boolean mayCommit() {
        return stage.compareAndSet(Stage.OPEN, Stage.COMMITTING) || stage.get() == Stage.COMMITTING;
    }

    /** Whether it failed while it was being made to last, so that nobody knows whether it does. */
    boolean stopsCommitting() {
        return stage.compareAndSet(Stage.COMMITTING, Stage.OPEN);
    }

    /** Whether there is nothing more to do. */
    boolean isOver() {
        return result.isDone() || stage.get() == Stage.GIVEN_UP;
    }
}
