package fr.juliu.decide;

import fr.juliu.search.Once;
import fr.juliu.understand.Question;
import java.util.List;
import java.util.function.Supplier;

/** The places for one question, ranked when first needed: most questions about a permit need none. */
public final class Ranking {

    private final Question question;
    private final Supplier<List<Candidate>> ranked;

    Ranking(Question question, Supplier<List<Candidate>> ranked) {
        this.question = question;
        this.ranked = new Once<>(ranked);
    }

    Question question() {
        return question;
    }

    /** The places, best first; none for a blank question. */
    public List<Candidate> candidates() {
        return question.folded().isBlank() ? List.of() : ranked.get();
    }
}
