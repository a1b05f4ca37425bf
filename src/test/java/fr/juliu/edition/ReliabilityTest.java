package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * That certainty means what it says: of the answers given at 0.8 to 0.9, about so many are what was asked for. How likely
 * old facts still hold, which lowers the confidence, no known question tells.
 */
final class ReliabilityTest {

    private static final int ENOUGH_TO_JUDGE = 30;

    @Test
    void certaintyIsTheShareThatIsRight() throws IOException {
        List<KnownQuestion> questions = new ArrayList<>(QuestionSets.read(QuestionSets.KNOWN));
        questions.addAll(QuestionSets.read(QuestionSets.UNSEEN_TOPICS));
        Map<Integer, List<Integer>> buckets = new TreeMap<>();
        try (Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class))) {
            Answerer answerer = edition.answerer().leavingOneOut();
            Scorer scorer = Scorer.of(edition.library());
            for (KnownQuestion known : questions) {
                Reply reply = Scorecard.reply(answerer, known);
                AnswerDocument answer = AnswerDocument.of(known.id(), reply, false);
                buckets.computeIfAbsent((int) (10 * reply.answer().certainty()), b -> new ArrayList<>())
                        .add(scorer.isRight(known, answer) ? 1 : 0);
            }
        }
        buckets.forEach((bucket, right) -> {
            double share = right.stream().mapToInt(Integer::intValue).average().orElse(0);
            System.out.printf(Locale.ROOT, "certainty %.1f to %.1f: %d answers, %.1f %% right%n", bucket / 10.0,
                    (bucket + 1) / 10.0, right.size(), 100 * share);
            if (right.size() >= ENOUGH_TO_JUDGE) {
                assertThat(share).as("share right at certainty %s", bucket / 10.0).isBetween(bucket / 10.0 - 0.1,
                        Math.min(1, bucket / 10.0 + 0.2));
            }
        });
    }
}
