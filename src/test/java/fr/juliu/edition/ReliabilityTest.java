package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That confidence means what it says: of the answers given at 0.8 to 0.9, about so many are right. */
final class ReliabilityTest {

    private static final int ENOUGH_TO_JUDGE = 30;

    @Test
    void confidenceIsTheShareThatIsRight() throws IOException {
        List<KnownQuestion> questions = new ArrayList<>(QuestionSets.read(QuestionSets.KNOWN));
        questions.addAll(QuestionSets.read(QuestionSets.UNSEEN_TOPICS));
        Map<Integer, List<Integer>> buckets = new TreeMap<>();
        try (Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class))) {
            Answerer answerer = edition.answerer().leavingOneOut();
            Scorer scorer = new Scorer(12);
            for (KnownQuestion known : questions) {
                AnswerDocument answer = Scorecard.ask(answerer, known);
                buckets.computeIfAbsent((int) (10 * answer.confidence()), b -> new ArrayList<>())
                        .add(scorer.isRight(known, answer) ? 1 : 0);
            }
        }
        buckets.forEach((bucket, right) -> {
            double share = right.stream().mapToInt(Integer::intValue).average().orElse(0);
            System.out.printf(Locale.ROOT, "confidence %.1f to %.1f: %d answers, %.1f %% right%n", bucket / 10.0,
                    (bucket + 1) / 10.0, right.size(), 100 * share);
            if (right.size() >= ENOUGH_TO_JUDGE) {
                assertThat(share).as("share right at confidence %s", bucket / 10.0).isBetween(bucket / 10.0 - 0.1,
                        Math.min(1, bucket / 10.0 + 0.2));
            }
        });
    }
}
