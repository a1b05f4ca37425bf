package fr.juliu.edition;

import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How an edition did on known questions.
 *
 * @param total  how many were asked
 * @param misses those answered wrongly
 */
public record Scorecard(int total, List<Miss> misses) {

    /**
     * A known question answered wrongly, with what was said.
     *
     * @param expected   the rows expected of the tables, each {@code DATE CELL|PERMIT}; empty when none are
     * @param difference how those that were asserted differ
     */
    public record Miss(KnownQuestion question, AnswerDocument answer, List<String> expected,
            RowDifference difference) {

        public Miss {
            expected = List.copyOf(expected);
        }
    }

    public Scorecard {
        misses = List.copyOf(misses);
    }

    /**
     * Asks an edition questions; a known question does not help to answer itself.
     *
     * @throws CancellationException when the thread is interrupted meanwhile
     */
    public static Scorecard of(Edition edition, List<KnownQuestion> questions) {
        return of(edition, questions, () -> {
        });
    }

    /**
     * The same.
     *
     * @param asked is run after each question
     */
    public static Scorecard of(Edition edition, List<KnownQuestion> questions, Runnable asked) {
        Answerer answerer = edition.answerer().leavingOneOut();
        Scorer scorer = Scorer.of(edition.library());
        List<Miss> misses = new ArrayList<>();
        for (KnownQuestion known : questions) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while asking known questions");
            }
            AnswerDocument answer = AnswerDocument.of(known.id(), reply(answerer, known), false);
            if (!scorer.isRight(known, answer)) {
                misses.add(new Miss(known, answer, scorer.rows(known), scorer.difference(known, answer)));
            }
            asked.run();
        }
        return new Scorecard(questions.size(), misses);
    }

    /** The share answered rightly, from 0 to 1; 1 when nothing was asked. */
    public double share() {
        return total == 0 ? 1 : (double) right() / total;
    }

    /** How many were answered rightly. */
    public int right() {
        return total - misses.size();
    }

    static Reply reply(Answerer answerer, KnownQuestion known) {
        @Nullable
        DialogueState state = null;
        for (String earlier : known.after()) {
            state = answerer.ask(earlier, state).state();
        }
        return answerer.ask(known.question(), state);
    }
}
