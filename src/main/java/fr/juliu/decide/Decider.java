package fr.juliu.decide;

import fr.juliu.understand.Question;
import org.jspecify.annotations.Nullable;

/** Decides which answer a question gets: from the tables, from prose, or none. */
public interface Decider {

    /** The answer to a question that is no small talk and no urgent case. */
    Decision decide(Question question);

    /** The places that prose could answer from, worked out when first needed. */
    Ranking ranking(Question question);

    /** The same, but a known question that is the question itself teaches nothing: for scoring. */
    Decider leavingOneOut();

    /**
     * An answer with the places that were looked at for it.
     *
     * @param ranking   what else might have answered
     * @param scoring by which it was decided; null where rules alone did
     */
    record Decision(Answer answer, Ranking ranking, @Nullable Scoring scoring) {

        /** A decision by rules alone. */
        public Decision(Answer answer, Ranking ranking) {
            this(answer, ranking, null);
        }
    }
}
