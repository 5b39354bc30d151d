package dev.selfsame.engine.liveness;

import java.util.List;

/** The middle one of some numbers. */
final class Median {

    private Median() {}

    /**
     * The middle one, the mean of both where their count is even.
     *
     * @param values at least one
     */
    static double of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
