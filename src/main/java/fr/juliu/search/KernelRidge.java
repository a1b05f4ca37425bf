package fr.juliu.search;

import java.util.List;

/**
 * Kernel ridge regression with a Gaussian kernel over unit vectors: what each of some known vectors counts for a new one.
 * Known vectors that stand close together share what one of them alone would count.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Kernel_method">kernel method</a>
 */
final class KernelRidge {

    /** How fast two vectors grow strange to each other, on questions of a held-out writer. */
    private static final double GAMMA = 2;
    private static final double LAMBDA = 0.05;

    private KernelRidge() {
    }

    /**
     * The weight of each known vector: a label's expected value is the sum of the weights of the vectors that bear it.
     *
     * @param asked a unit vector
     * @param known unit vectors of the same length
     */
    static double[] weights(float[] asked, List<float[]> known) {
        int n = known.size();
        double[][] kernel = new double[n][n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = kernel(known.get(i), known.get(j));
            }
            kernel[i][i] += LAMBDA;
            weights[i] = kernel(asked, known.get(i));
        }
        solve(kernel, weights);
        return weights;
    }

    private static double kernel(float[] a, float[] b) {
        return Math.exp(-GAMMA * (2 - 2 * SentenceEncoder.cosine(a, b)));
    }

    /** Solves A x = b in place, by Cholesky's decomposition; A is positive definite, its lower half is given. */
    private static void solve(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[k][i] * b[k];
            }
            b[i] /= a[i][i];
        }
    }
}
