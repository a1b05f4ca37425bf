package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What known vectors count for a new one. */
final class KernelRidgeTest {

    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    @Test
    void nothingKnownCountsNothing() {
        assertThat(KernelRidge.weights(EAST, List.of())).isEmpty();
    }

    @Test
    void theNearerCountsMore() {
        double[] weights = KernelRidge.weights(unit(0.9, 0.1), List.of(EAST, NORTH));
        assertThat(weights[0]).isGreaterThan(0.8);
        assertThat(weights[1]).isLessThan(0.2);
    }

    @Test
    void twinsShareWhatOneAloneWouldCount() {
        double alone = KernelRidge.weights(EAST, List.of(EAST, NORTH))[0];
        double[] twins = KernelRidge.weights(EAST, List.of(EAST, EAST, NORTH));
        assertThat(twins[0]).isCloseTo(twins[1], within(1e-9));
        assertThat(twins[0] + twins[1]).isCloseTo(alone, within(0.05));
    }

    @Test
    void theWeightsSolveTheRidgeEquations() {
        Random random = new Random(7);
        List<float[]> known = IntStream.range(0, 30).mapToObj(i -> random(random)).toList();
        float[] asked = random(random);
        double[] weights = KernelRidge.weights(asked, known);
        for (float[] row : known) {
            double sum = 0.05 * weights[known.indexOf(row)];
            for (int j = 0; j < weights.length; j++) {
                sum += kernel(row, known.get(j)) * weights[j];
            }
            assertThat(sum).isCloseTo(kernel(asked, row), within(1e-6));
        }
    }

    private static double kernel(float[] a, float[] b) {
        return Math.exp(-4 + 4 * SentenceEncoder.cosine(a, b));
    }

    private static float[] random(Random random) {
        float[] vector = new float[8];
        double length = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private static float[] unit(double x, double y) {
        double length = Math.hypot(x, y);
        return new float[]{(float) (x / length), (float) (y / length)};
    }
}
