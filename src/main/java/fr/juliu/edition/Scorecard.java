package fr.juliu.edition;

import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.Section;
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

    /** A known question answered wrongly, with what was said. */
    public record Miss(KnownQuestion question, AnswerDocument answer) {
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
        Answerer answerer = edition.answerer().leavingOneOut();
        Scorer scorer = new Scorer(tableRows(edition.library()));
        List<Miss> misses = new ArrayList<>();
        for (KnownQuestion known : questions) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while asking known questions");
            }
            AnswerDocument answer = AnswerDocument.of(known.id(), reply(answerer, known), false);
            if (!scorer.isRight(known, answer)) {
                misses.add(new Miss(known, answer));
            }
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

    private static int tableRows(Library library) {
        return (int) library.articles().stream().map(Article::sections).flatMap(List::stream).map(Section::tables)
                .flatMap(List::stream)
                .mapToLong(table -> table.entries().stream().map(RolloutEntry::line).distinct().count()).sum();
    }
}
