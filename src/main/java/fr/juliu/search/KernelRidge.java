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
    /** Dimensions summed up in one go over a row. */
    private static final int AT_ONCE = 4;

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
        float[][] cosines = cosines(known);
        double[][] kernel = new double[n][n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[j][i] = kernel(cosines[i][j]);
            }
            kernel[i][i] += LAMBDA;
            weights[i] = kernel(SentenceEncoder.cosine(asked, known.get(i)));
        }
        solve(kernel, weights);
        return weights;
    }

    private static double kernel(double cosine) {
        return Math.exp(-GAMMA * (2 - 2 * cosine));
    }

    /**
     * The lower half of the cosines of vectors with each other. Summed up for a row at once, a few dimensions at a time:
     * loops over neighbouring numbers, of which the compiler makes vector instructions, are five times as fast as one
     * product after the other.
     */
    private static float[][] cosines(List<float[]> vectors) {
        int n = vectors.size();
        int dimensions = n == 0 ? 0 : vectors.getFirst().length;
        float[][] columns = new float[dimensions + AT_ONCE][n];
        for (int i = 0; i < n; i++) {
            float[] vector = vectors.get(i);
            for (int k = 0; k < dimensions; k++) {
                columns[k][i] = vector[k];
            }
        }
        float[][] cosines = new float[n][];
        for (int i = 0; i < n; i++) {
            float[] row = new float[i + 1];
            for (int k = 0; k < dimensions; k += AT_ONCE) {
                add(row, columns, k, i);
            }
            cosines[i] = row;
        }
        return cosines;
    }

    /** Adds to a row what four dimensions count for the products with the vector i. */
    private static void add(float[] row, float[][] columns, int k, int i) {
        float[] first = columns[k];
        float[] second = columns[k + 1];
        float[] third = columns[k + 2];
        float[] fourth = columns[k + 3];
        float a = first[i];
        float b = second[i];
        float c = third[i];
        float d = fourth[i];
        for (int j = 0; j < row.length; j++) {
            row[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
        }
    }

    /** Solves A x = b in place, by Cholesky's decomposition; A is positive definite, its upper half is given. */
    private static void solve(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            double[] row = a[k];
            for (int i = 0; i < k; i++) {
                subtract(row, a[i], a[i][k], k);
            }
            double root = Math.sqrt(row[k]);
            for (int j = k; j < n; j++) {
                row[j] /= root;
            }
        }
        for (int k = 0; k < n; k++) {
            b[k] /= a[k][k];
            subtract(b, a[k], b[k], k + 1);
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] /= a[k][k];
        }
    }

    /** Takes so many times a row from another, from a column on. */
    private static void subtract(double[] from, double[] row, double times, int column) {
        for (int j = column; j < from.length; j++) {
            from[j] -= times * row[j];
        }
    }
}
