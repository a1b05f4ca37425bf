package fr.juliu.decide;

import java.util.List;

/**
 * A regression that shares out certainty among the alternatives of an example: each has its features, and the row of
 * weights that weighs them. Plain gradient descent makes the shares of those that are right large.
 */
final class SoftmaxRegression {

    private static final double TINY = 1e-12;

    private final double[][] weights;

    /** A regression with so many rows of weights, for so many features; all weigh nothing yet. */
    SoftmaxRegression(int rows, int signs) {
        weights = new double[rows][signs];
    }

    /** One of the things that an example may come out as. */
    static final class Alternative {

        private final int row;
        private final double[] signs;
        private final boolean right;

        Alternative(int row, double[] signs, boolean right) {
            this.row = row;
            this.signs = signs.clone();
            this.right = right;
        }
    }

    /**
     * How the weights are sought.
     *
     * @param penalty how much each step shortens them
     */
    record Descent(int steps, double rate, double penalty) {
    }

    /** The rows of weights after a descent on examples, each a list of alternatives of which at least one is right. */
    double[][] fitted(List<List<Alternative>> examples, Descent descent) {
        for (int step = 0; step < descent.steps(); step++) {
            double[][] pull = new double[weights.length][weights[0].length];
            examples.forEach(example -> add(example, pull));
            for (int row = 0; row < weights.length; row++) {
                for (int i = 0; i < weights[row].length; i++) {
                    weights[row][i] += descent.rate()
                            * (pull[row][i] / examples.size() - descent.penalty() * weights[row][i]);
                }
            }
        }
        return weights;
    }

    /** Adds which way an example pulls the weights. */
    private void add(List<Alternative> example, double[][] pull) {
        double[] shares = shares(example);
        double right = TINY;
        for (int i = 0; i < shares.length; i++) {
            right += example.get(i).right ? shares[i] : 0;
        }
        for (int i = 0; i < shares.length; i++) {
            Alternative alternative = example.get(i);
            double wanted = alternative.right ? shares[i] / right : 0;
            double[] row = pull[alternative.row];
            for (int sign = 0; sign < row.length; sign++) {
                row[sign] += (wanted - shares[i]) * alternative.signs[sign];
            }
        }
    }

    private double[] shares(List<Alternative> example) {
        double[] shares = new double[example.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = odds(example.get(i));
            most = Math.max(most, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private double odds(Alternative alternative) {
        double odds = 0;
        for (int sign = 0; sign < alternative.signs.length; sign++) {
            odds += weights[alternative.row][sign] * alternative.signs[sign];
        }
        return odds;
    }
}
