package fr.juliu.decide;

import java.util.List;

/**
 * What brings features to mean 0 and deviation 1, so that one rate of descent suits them all; a constant stays itself.
 */
final class Scale {

    private final double[] means;
    private final double[] deviations;
    private final boolean constant;

    private Scale(double[] means, double[] deviations, boolean constant) {
        this.means = means;
        this.deviations = deviations;
        this.constant = constant;
    }

    /** The scale of some features; when the first is a constant, it is what the means are made up for with. */
    static Scale of(List<double[]> all) {
        int width = all.getFirst().length;
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int i = 0; i < width; i++) {
            int sign = i;
            double mean = all.stream().mapToDouble(signs -> signs[sign]).average().orElse(0);
            double variance = all.stream().mapToDouble(signs -> Math.pow(signs[sign] - mean, 2)).average().orElse(0);
            boolean varies = variance > 1e-12;
            means[i] = varies ? mean : 0;
            deviations[i] = varies ? Math.sqrt(variance) : 1;
        }
        return new Scale(means, deviations, means[0] == 0 && deviations[0] == 1);
    }

    /** How many features it is for. */
    int width() {
        return means.length;
    }

    /** Signs on this scale. */
    double[] scaled(double[] signs) {
        double[] scaled = new double[signs.length];
        for (int i = 0; i < signs.length; i++) {
            scaled[i] = (signs[i] - means[i]) / deviations[i];
        }
        return scaled;
    }

    /** What features as they are weigh, when these are the weights of features on this scale. */
    double[] unscaled(double[] weights) {
        double[] unscaled = new double[weights.length];
        double shift = 0;
        for (int i = 0; i < weights.length; i++) {
            unscaled[i] = weights[i] / deviations[i];
            shift += means[i] * unscaled[i];
        }
        if (constant) {
            unscaled[0] -= shift;
        }
        return unscaled;
    }
}
