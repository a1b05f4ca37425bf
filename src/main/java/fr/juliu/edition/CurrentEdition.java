package fr.juliu.edition;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The edition that questions are answered from; another one takes its place in one step, and whoever is answering from the
 * one before goes on with it. The last one is kept, to be brought back.
 */
public final class CurrentEdition {

    private final AtomicReference<Published> published;

    public CurrentEdition(Edition first) {
        published = new AtomicReference<>(new Published(first, null));
        first.publish();
    }

    public Edition get() {
        return published.get().edition();
    }

    /** The edition before; empty since the start, until another one is published. */
    public Optional<Edition> last() {
        return Optional.ofNullable(published.get().last());
    }

    /** Puts an edition in place. */
    public void publish(Edition next) {
        published.updateAndGet(now -> new Published(next, now.edition()));
        next.publish();
    }

    /** Brings the last edition back, and keeps the one that it takes the place of; empty when there is none. */
    public Optional<Edition> rollback() {
        Published before = published.getAndUpdate(
                Published::swapped);
        Optional<Edition> back = Optional.ofNullable(before.last());
        back.ifPresent(Edition::publish);
        return back;
    }

    /** What is published, and what was before. */
    private record Published(Edition edition, @Nullable Edition last) {

        /** The other way round; as it is when there is no last one. */
        Published swapped() {
            return last == null ? this : new Published(/* edition= */ last, /* last= */ edition);
        }
    }
}
