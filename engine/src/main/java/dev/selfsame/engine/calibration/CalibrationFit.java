package dev.selfsame.engine.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link CalibrationTable} to the similarities of comparisons of different people. Where
 * there are many of them the table follows their counts; in the tail, from one in a thousand on, a
 * generalised Pareto distribution fitted to the exceedances (J. Pickands, "Statistical inference
 * using extreme order statistics", Annals of Statistics 3, 1975; parameters by probability-weighted
 * moments, J. Hosking and J. Wallis, Technometrics 29, 1987); from one in {@code 10^9} on, which no
 * data supports, a straight line in the logarithm.
 */
public final class CalibrationFit {

    /** FMR from which the fitted tail replaces counts. */
    public static final double TAIL = 1e-3;

    // why: the Pareto tail may end at a finite similarity; a straight line never does
    private static final double LINE_FROM_LOG10 = -9;
    private static final double KNOTS_PER_DECADE = 8;

    /**
     * A fit.
     *
     * @param table the table
     * @param extrapolatedFrom similarity above which fewer than 10 comparisons were observed
     */
    public record Result(CalibrationTable table, double extrapolatedFrom) {}

    private CalibrationFit() {}

    /**
     * Fits a table.
     *
     * @param impostors similarities of different people, at least 20,000; is sorted
     * @throws IllegalArgumentException if there are too few or they are all alike
     */
    public static Result fit(double[] impostors) {
        if (impostors.length < 20_000) {
            throw new IllegalArgumentException(
                    "impostors: " + impostors.length + " comparisons (expected: at least 20000)");
        }
        Arrays.sort(impostors);
        List<double[]> knots = new ArrayList<>();
        knots.add(new double[] {impostors[0], 0});
        for (double log10 = -1 / KNOTS_PER_DECADE;
                log10 > Math.log10(TAIL) + 1e-9;
                log10 -= 1 / KNOTS_PER_DECADE) {
            add(knots, quantile(impostors, Math.pow(10, log10)), log10);
        }
        double start = quantile(impostors, TAIL);
        Pareto tail = Pareto.fit(impostors, start);
        double last = LINE_FROM_LOG10 - 1 / KNOTS_PER_DECADE;
        for (double log10 = Math.log10(TAIL); log10 > last; log10 -= 1 / KNOTS_PER_DECADE) {
            add(knots, start + tail.excess(Math.pow(10, log10) / TAIL), log10);
        }
        CalibrationTable table =
                new CalibrationTable(
                        knots.stream().mapToDouble(k -> k[0]).toArray(),
                        knots.stream().mapToDouble(k -> k[1]).toArray());
        return new Result(table, impostors[impostors.length - 10]);
    }

    /** Similarity that the given share of comparisons reaches. */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.round(sorted.length * share);
        return sorted[sorted.length - Math.max(1, rank)];
    }

    private static void add(List<double[]> knots, double similarity, double log10) {
        if (similarity > knots.get(knots.size() - 1)[0]) {
            knots.add(new double[] {similarity, log10});
        }
    }

    /** Generalised Pareto distribution of the excess over the start of the tail. */
    private record Pareto(double shape, double scale) {

        static Pareto fit(double[] sorted, double start) {
            int from = sorted.length;
            while (from > 0 && sorted[from - 1] > start) {
                from--;
            }
            int n = sorted.length - from;
            double mean = 0;
            double weighted = 0;
            for (int i = 0; i < n; i++) {
                double excess = sorted[from + i] - start;
                mean += excess / n;
                weighted += excess * (n - 1 - i) / ((n - 1.0) * n);
            }
            double denominator = mean - 2 * weighted;
            if (!(denominator > 0)) {
                throw new IllegalArgumentException("impostors: no tail, the values are all alike");
            }
            double shape = 2 - mean / denominator;
            return new Pareto(shape, 2 * mean * weighted / denominator);
        }

        /** Excess that the given share of the tail reaches. */
        double excess(double share) {
            return Math.abs(shape) < 1e-9
                    ? -scale * Math.log(share)
                    : scale / shape * (Math.pow(share, -shape) - 1);
        }
    }
}
