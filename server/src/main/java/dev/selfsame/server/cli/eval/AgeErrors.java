package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.server.cli.eval.AgeList.Portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far estimates of age are off.
 *
 * @param pictures of the list
 * @param all errors of every estimate
 * @param bands the same by the true age, without bands that nobody is in
 * @param threshold years of the two counts below
 * @param youngPassed people below the threshold who were estimated to be at or above it
 * @param oldRefused people at or above it who were estimated to be below
 */
public record AgeErrors(
        int pictures,
        Band all,
        List<Band> bands,
        double threshold,
        ErrorCount youngPassed,
        ErrorCount oldRefused) {

    private static final double[] STARTS = {0, 10, 18, 25, 35, 45, 60, 75};
    private static final double NORMAL_95 = 1.959963984540054;

    public AgeErrors {
        bands = List.copyOf(bands);
    }

    /**
     * Errors of the people of some ages.
     *
     * @param from years, inclusive
     * @param to years, exclusive
     * @param count estimates
     * @param meanAbsolute mean of the absolute errors in years
     * @param halfInterval half the width of the 95 per cent interval of that mean (normal
     *     approximation), 0 for a single estimate
     * @param bias mean of estimate less truth in years
     */
    public record Band(
            double from,
            double to,
            int count,
            double meanAbsolute,
            double halfInterval,
            double bias) {}

    /**
     * Counts the errors.
     *
     * @param estimates in years, in the order of the list; NaN where there is none
     */
    public static AgeErrors of(List<Portrait> portraits, double[] estimates, double threshold) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < STARTS.length; i++) {
            double to = i + 1 < STARTS.length ? STARTS[i + 1] : Double.POSITIVE_INFINITY;
            Band band = band(portraits, estimates, STARTS[i], to);
            if (band.count() > 0) {
                bands.add(band);
            }
        }
        return new AgeErrors(
                portraits.size(),
                band(portraits, estimates, 0, Double.POSITIVE_INFINITY),
                bands,
                threshold,
                wrong(portraits, estimates, threshold, true),
                wrong(portraits, estimates, threshold, false));
    }

    private static ErrorCount wrong(
            List<Portrait> portraits, double[] estimates, double threshold, boolean young) {
        int people = 0;
        int wrong = 0;
        for (int i = 0; i < estimates.length; i++) {
            boolean isYoung = portraits.get(i).years() < threshold;
            if (isYoung == young && !Double.isNaN(estimates[i])) {
                people++;
                wrong += (estimates[i] < threshold) == young ? 0 : 1;
            }
        }
        return new ErrorCount(wrong, people);
    }

    private static Band band(List<Portrait> portraits, double[] estimates, double from, double to) {
        double[] errors = new double[estimates.length];
        int count = 0;
        for (int i = 0; i < estimates.length; i++) {
            double years = portraits.get(i).years();
            if (years >= from && years < to && !Double.isNaN(estimates[i])) {
                errors[count] = estimates[i] - years;
                count++;
            }
        }
        double[] made = Arrays.copyOf(errors, count);
        double mean = Arrays.stream(made).map(Math::abs).average().orElse(0);
        double squares =
                Arrays.stream(made).map(it -> Math.abs(it) - mean).map(it -> it * it).sum();
        double half = count < 2 ? 0 : NORMAL_95 * Math.sqrt(squares / (count - 1) / count);
        return new Band(from, to, count, mean, half, Arrays.stream(made).average().orElse(0));
    }
}
