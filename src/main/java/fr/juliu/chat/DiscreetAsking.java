package fr.juliu.chat;

import fr.juliu.decide.DialogueState;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import org.jspecify.annotations.Nullable;

/** How the chat asks an edition: without the numbers that lead to a person. */
final class DiscreetAsking {

    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private DiscreetAsking() {
    }

    /**
     * Answers a question. Numbers that lead to a person are taken out of it first, so that nothing that is made of it holds
     * them: neither what its conversation keeps, nor an explanation, nor what an edition remembers.
     *
     * @param before what the conversation kept of the question before it, null when there is none
     */
    static Reply ask(CurrentEdition edition, String question, @Nullable DialogueState before) {
        // a number says nothing of what is asked
        String asked = NUMBERS.mask(question).replace(PrivateNumbers.MASK, " ");
        return edition.get().answerer().ask(asked, before).to(question);
    }
}
