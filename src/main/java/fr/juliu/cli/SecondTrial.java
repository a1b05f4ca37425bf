package fr.juliu.cli;

import fr.juliu.decide.Chooser;
import fr.juliu.decide.DialogueState;
import fr.juliu.decide.SecondReading;
import fr.juliu.edition.Answerer;
import fr.juliu.edition.Edition;
import fr.juliu.edition.Scorer;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions with known answers, asked without and with a second reader; none helps to answer itself.
 *
 * @param answers in the order of the file
 */
record SecondTrial(List<Both> answers) {

    private static final Set<String> REFUSALS = Set.of("unknown", "clarify");

    SecondTrial {
        answers = List.copyOf(answers);
    }

    /** How a question was answered. */
    enum Mark {
        /** As it should be, a refusal of what nothing answers included. */
        RIGHT,
        /** By something else than what answers. */
        WRONG,
        /** Not at all, though something answers. */
        REFUSED
    }

    /**
     * A question answered without and with a second reader.
     *
     * @param second what came of him; null where he was not asked
     */
    record Both(KnownQuestion known, Mark without, Mark with, AnswerDocument local, AnswerDocument chosen,
            @Nullable SecondReading second) {

        /** Whether something answers the question. */
        boolean answerable() {
            return !known.outcome().equals("out-of-scope");
        }
    }

    static SecondTrial of(Edition edition, List<KnownQuestion> questions, Chooser chooser, Progress progress) {
        return of(edition, questions, chooser, progress, known -> {
        });
    }

    /**
     * The same.
     *
     * @param next is told of each question before it is asked
     */
    static SecondTrial of(Edition edition, List<KnownQuestion> questions, Chooser chooser, Progress progress,
            Consumer<KnownQuestion> next) {
        Answerer answerer = edition.answerer().leavingOneOut();
        Scorer scorer = Scorer.of(edition.library());
        List<Both> answers = new ArrayList<>();
        for (KnownQuestion known : questions) {
            @Nullable
            DialogueState state = null;
            for (String earlier : known.after()) {
                state = answerer.ask(earlier, state).state();
            }
            next.accept(known);
            Reply first = answerer.ask(known.question(), state);
            AnswerDocument local = AnswerDocument.of(known.id(), first, false);
            Reply reply = first.read(chooser);
            AnswerDocument chosen = AnswerDocument.of(known.id(), reply, false);
            answers.add(new Both(known, mark(scorer, known, local), mark(scorer, known, chosen), local, chosen,
                    reply.second()));
            progress.step();
        }
        progress.end();
        return new SecondTrial(answers);
    }

    private static Mark mark(Scorer scorer, KnownQuestion known, AnswerDocument answer) {
        if (scorer.isRight(known, answer)) {
            return Mark.RIGHT;
        }
        return REFUSALS.contains(answer.outcome()) ? Mark.REFUSED : Mark.WRONG;
    }
}
