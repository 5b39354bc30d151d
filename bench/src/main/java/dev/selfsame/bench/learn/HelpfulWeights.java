package dev.selfsame.bench.learn;

import java.util.List;

/**
 * Ridge regression of which no weight may be negative, by coordinate descent. why none: every
 * feature is made so that more is better, and few prints are left to learn the opposite by chance.
 *
 * @param weights one a feature, 0 or more
 * @param base what no feature explains
 */
record HelpfulWeights(double[] weights, double base) {

    private static final int ROUNDS = 500;

    /**
     * Learns.
     *
     * @param features of each example
     * @param targets of each example
     * @param ridge what keeps features that say the same from being played off against each other
     */
    static HelpfulWeights learn(List<double[]> features, double[] targets, double ridge) {
        int n = features.getFirst().length;
        double[] means = new double[n];
        double meanTarget = 0;
        for (int e = 0; e < targets.length; e++) {
            meanTarget += targets[e] / targets.length;
            for (int i = 0; i < n; i++) {
                means[i] += features.get(e)[i] / targets.length;
            }
        }
        double[][] normal = new double[n][n];
        double[] right = new double[n];
        for (int e = 0; e < targets.length; e++) {
            double[] x = features.get(e);
            for (int i = 0; i < n; i++) {
                right[i] += (x[i] - means[i]) * (targets[e] - meanTarget);
                for (int j = 0; j < n; j++) {
                    normal[i][j] += (x[i] - means[i]) * (x[j] - means[j]);
                }
            }
        }
        double[] weights = descend(normal, right, ridge);
        double base = meanTarget;
        for (int i = 0; i < n; i++) {
            base -= weights[i] * means[i];
        }
        return new HelpfulWeights(weights, base);
    }

    private static double[] descend(double[][] normal, double[] right, double ridge) {
        double[] weights = new double[right.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < weights.length; i++) {
                double rest = right[i];
                for (int j = 0; j < weights.length; j++) {
                    rest -= j == i ? 0 : normal[i][j] * weights[j];
                }
                weights[i] = Math.max(0, rest / (normal[i][i] + ridge));
            }
        }
        return weights;
    }

    double of(double[] features) {
        double sum = base;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
