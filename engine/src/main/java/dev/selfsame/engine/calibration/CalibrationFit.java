package dev.selfsame.engine.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link CalibrationTable} to the similarities of comparisons of different people. Where
 * there are many of them the table follows their counts; in the tail, from one in a thousand on, a
 * generalised Pareto distribution fitted to the exceedances (J. Pickands, "Statistical inference
 * using extreme order statistics", Annals of Statistics 3, 1975; parameters by probability-weighted
 * moments, J. Hosking and J. Wallis, Technometrics 29, 1987); from one in {@code 10^9} on, which no
 * data supports, a straight line in the logarithm.
 *
 * <p>Each comparison carries a weight. Giving each pair of people the same total weight keeps a few
 * people with hundreds of pictures from deciding the tail for everybody.
 */
public final class CalibrationFit {

    /** FMR from which the fitted tail replaces counts. */
    public static final double TAIL = 1e-3;

    /** Comparisons needed at least. */
    public static final int LEAST = 20_000;

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
     * @param impostors comparisons of different people, at least {@link #LEAST}
     * @throws IllegalArgumentException if there are too few or they are all alike
     */
    public static Result fit(WeightedSimilarities impostors) {
        if (impostors.size() < LEAST) {
            throw new IllegalArgumentException(
                    "impostors: "
                            + impostors.size()
                            + " comparisons (expected: at least "
                            + LEAST
                            + ")");
        }
        impostors.sort();
        List<double[]> knots = new ArrayList<>();
        knots.add(new double[] {impostors.similarity(0), 0});
        for (double log10 = -1 / KNOTS_PER_DECADE;
                log10 > Math.log10(TAIL) + 1e-9;
                log10 -= 1 / KNOTS_PER_DECADE) {
            add(knots, impostors.similarity(impostors.rankAbove(Math.pow(10, log10))), log10);
        }
        int first = impostors.rankAbove(TAIL);
        double start = impostors.similarity(first);
        Pareto tail = Pareto.fit(impostors, first);
        double last = LINE_FROM_LOG10 - 1 / KNOTS_PER_DECADE;
        for (double log10 = Math.log10(TAIL); log10 > last; log10 -= 1 / KNOTS_PER_DECADE) {
            add(knots, start + tail.excess(Math.pow(10, log10) / TAIL), log10);
        }
        CalibrationTable table =
                new CalibrationTable(
                        knots.stream().mapToDouble(k -> k[0]).toArray(),
                        knots.stream().mapToDouble(k -> k[1]).toArray());
        return new Result(table, impostors.similarity(impostors.size() - 10));
    }

    private static void add(List<double[]> knots, double similarity, double log10) {
        if (similarity > knots.get(knots.size() - 1)[0]) {
            knots.add(new double[] {similarity, log10});
        }
    }

    /** Generalised Pareto distribution of the excess over the start of the tail. */
    private record Pareto(double shape, double scale) {

        static Pareto fit(WeightedSimilarities sorted, int first) {
            double start = sorted.similarity(first);
            double total = 0;
            for (int i = first; i < sorted.size(); i++) {
                total += sorted.weight(i);
            }
            double mean = 0;
            double weighted = 0;
            double below = 0;
            for (int i = first; i < sorted.size(); i++) {
                double share = sorted.weight(i) / total;
                double excess = sorted.similarity(i) - start;
                mean += share * excess;
                weighted += share * excess * (1 - below - share / 2);
                below += share;
            }
            double denominator = mean - 2 * weighted;
            if (!(denominator > 0)) {
                throw new IllegalArgumentException("impostors: no tail, the values are all alike");
            }
            return new Pareto(2 - mean / denominator, 2 * mean * weighted / denominator);
        }

        /** Excess that the given share of the tail reaches. */
        double excess(double share) {
            return Math.abs(shape) < 1e-9
                    ? -scale * Math.log(share)
                    : scale / shape * (Math.pow(share, -shape) - 1);
        }
    }
}
