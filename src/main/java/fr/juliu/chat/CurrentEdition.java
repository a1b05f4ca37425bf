package fr.juliu.chat;

import fr.juliu.answer.Edition;
import fr.juliu.decide.DialogueState;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The edition that questions are answered from; another one takes its place in one step, and whoever is answering from the
 * one before goes on with it. The last one is kept, to be brought back.
 */
public final class CurrentEdition {

    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final AtomicReference<Published> published;

    public CurrentEdition(Edition first) {
        published = new AtomicReference<>(new Published(first, null));
    }

    public Edition get() {
        return published.get().edition();
    }

    /**
     * Answers a question. Numbers that lead to a person are taken out of it first, so that nothing that is made of it holds
     * them: neither what its conversation keeps, nor an explanation, nor what an edition remembers.
     *
     * @param before what the conversation kept of the question before it, null when there is none
     */
    Reply ask(String question, @Nullable DialogueState before) {
        // a number says nothing of what is asked
        String asked = NUMBERS.mask(question).replace(PrivateNumbers.MASK, " ");
        return get().answerer().ask(asked, before).to(question);
    }

    /** The edition before; empty since the start, until another one is published. */
    public Optional<Edition> last() {
        return Optional.ofNullable(published.get().last());
    }

    /** Puts an edition in place. */
    public void publish(Edition next) {
        published.updateAndGet(now -> new Published(next, now.edition()));
    }

    /** Brings the last edition back, and keeps the one that it takes the place of; empty when there is none. */
    public Optional<Edition> rollback() {
        Published before = published.getAndUpdate(
                Published::swapped);
        return Optional.ofNullable(before.last());
    }

    /** What is published, and what was before. */
    private record Published(Edition edition, @Nullable Edition last) {

        /** The other way round; as it is when there is no last one. */
        Published swapped() {
            return last == null ? this : new Published(/* edition= */ last, /* last= */ edition);
        }
    }
}
