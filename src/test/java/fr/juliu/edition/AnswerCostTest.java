package fr.juliu.edition;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.search.SentenceVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a question costs, warm, on one thread, without the cache, side by side with one bare Lucene query a question and
 * the embeddings that the questions ask for. Prints figures and asserts none: machines are noisy.
 */
@Tag("benchmark")
final class AnswerCostTest {

    private static final int ROUNDS = 12;
    private static final int WARM_UP = 4;

    @Test
    void wholeAnswersBesideBareQueries() throws IOException {
        List<String> questions = new ArrayList<>();
        for (KnownQuestion known : QuestionSets.read(QuestionSets.KNOWN)) {
            questions.add(known.question());
        }
        try (Edition edition = QuestionSets.edition(EnumSet.complementOf(EnumSet.of(Part.CACHE)))) {
            SentenceVectors vectors = Objects.requireNonNull(edition.vectors());
            questions.forEach(edition.answerer()::ask);
            long asked = vectors.asked();
            double[] whole = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double answers = micros(() -> questions.forEach(edition.answerer()::ask), questions.size());
                double queries = micros(() -> questions.forEach(q -> edition.index().search(q, List.of())),
                        questions.size());
                double encoded = micros(
                        () -> questions.stream().limit(asked).forEach(q -> vectors.nearest(q, List.of())),
                        questions.size());
                if (round >= 0) {
                    whole[round] = answers;
                    bare[round] = queries + encoded;
                }
            }
            System.out.printf(Locale.ROOT, "questions %d, model asked on %.1f %%%n", questions.size(),
                    100.0 * asked / questions.size());
            System.out.printf(Locale.ROOT,
                    "mean time a question: %.0f µs; bare query and embeddings: %.0f µs; ratio %.2f%n",
                    median(whole), median(bare), median(whole) / median(bare));
        }
    }

    private static double micros(Runnable work, int questions) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e3 / questions;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
