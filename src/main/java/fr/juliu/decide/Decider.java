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
     * @param ranking what else might have answered
     * @param scoring by which it was decided; null where rules alone did
     * @param settled whether no second reader is to be asked: an urgent case, small talk, what the table tells of a
     *                permit that is named
     * @param second  what a second reader chose; null where none was asked
     */
    record Decision(Answer answer, Ranking ranking, @Nullable Scoring scoring, boolean settled,
            @Nullable SecondReading second) {

        /** A decision that no second reader is asked of. */
        public static Decision settled(Answer answer, Ranking ranking) {
            return new Decision(answer, ranking, null, true, null);
        }

        /** A decision by rules that a second reader may be asked of. */
        public static Decision open(Answer answer, Ranking ranking) {
            return new Decision(answer, ranking, null, false, null);
        }

        /** A decision by scores that a second reader may be asked of. */
        static Decision open(Answer answer, Ranking ranking, Scoring scoring) {
            return new Decision(answer, ranking, scoring, false, null);
        }

        /** What became of it when somebody else had read the question, too. */
        Decision read(Answer then, SecondReading reading) {
            return new Decision(then, ranking, scoring, settled, reading);
        }
    }
}
