package fr.juliu.chat;

import fr.juliu.answer.Edition;
import java.util.concurrent.atomic.AtomicReference;

/** The edition that questions are answered from; another one takes its place in one step. */
public final class CurrentEdition {

    private final AtomicReference<Edition> current;

    public CurrentEdition(Edition first) {
        current = new AtomicReference<>(first);
    }

    public Edition get() {
        return current.get();
    }

    /** Puts an edition in place; the one before it stays open, for it may still be answering. */
    public Edition publish(Edition next) {
        return current.getAndSet(next);
    }
}
