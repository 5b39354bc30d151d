package dev.selfsame.engine.calibration;

import java.util.Objects;

/**
 * From a raw similarity to the false match rate behind it: straight lines in log10(FMR) between
 * knots, the last line going on beyond the last knot. Falls everywhere. Shares its arrays.
 *
 * @param similarities raw similarities, rising, at least two
 * @param log10Fmr base-10 logarithm of the FMR at each, falling, the first at most 0
 */
public record CalibrationTable(double[] similarities, double[] log10Fmr) {

    public CalibrationTable {
        Objects.requireNonNull(similarities, "similarities");
        Objects.requireNonNull(log10Fmr, "log10Fmr");
        if (similarities.length < 2 || similarities.length != log10Fmr.length) {
            throw new IllegalArgumentException(
                    "knots: "
                            + similarities.length
                            + " and "
                            + log10Fmr.length
                            + " (expected: equal, at least 2)");
        }
        for (int i = 0; i < similarities.length; i++) {
            boolean finite = Double.isFinite(similarities[i]) && Double.isFinite(log10Fmr[i]);
            boolean ordered =
                    i == 0
                            ? log10Fmr[0] <= 0
                            : similarities[i] > similarities[i - 1]
                                    && log10Fmr[i] < log10Fmr[i - 1];
            if (!finite || !ordered) {
                throw new IllegalArgumentException(
                        "knot "
                                + i
                                + ": "
                                + similarities[i]
                                + " -> "
                                + log10Fmr[i]
                                + " (expected: similarity rising, FMR falling)");
            }
        }
    }

    /** FMR of a comparison with this similarity; NaN means nothing alike. */
    public Fmr fmr(double similarity) {
        if (Double.isNaN(similarity)) {
            return new Fmr(1);
        }
        int right = 1;
        while (right < similarities.length - 1 && similarity > similarities[right]) {
            right++;
        }
        int left = right - 1;
        double slope =
                (log10Fmr[right] - log10Fmr[left]) / (similarities[right] - similarities[left]);
        double log10 = log10Fmr[left] + slope * (similarity - similarities[left]);
        return Fmr.clamped(Math.pow(10, Math.clamp(log10, -17.0, 0.0)));
    }

    /**
     * The table of a similarity that is normally distributed over different people: knots every
     * half deviation from -3 to +12.
     *
     * @param mean of the similarity of different people
     * @param deviation its standard deviation, positive
     */
    public static CalibrationTable normal(double mean, double deviation) {
        int knots = 31;
        double[] similarities = new double[knots];
        double[] log10 = new double[knots];
        for (int i = 0; i < knots; i++) {
            double z = -3 + i * 0.5;
            similarities[i] = mean + z * deviation;
            log10[i] = log10UpperTail(z);
        }
        return new CalibrationTable(similarities, log10);
    }

    /**
     * log10 of the share of the standard normal distribution above z. Left of 4 by Simpson's rule,
     * right of it by the continued fraction of Abramowitz and Stegun 26.2.14, because the
     * integral's leftovers would vanish in rounding.
     */
    static double log10UpperTail(double z) {
        if (z < 4) {
            int steps = 2000;
            double from = z;
            double to = 12;
            double width = (to - from) / steps;
            double sum = density(from) + density(to);
            for (int i = 1; i < steps; i++) {
                sum += density(from + i * width) * (i % 2 == 0 ? 2 : 4);
            }
            return Math.log10(sum * width / 3);
        }
        double fraction = z;
        for (int k = 60; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return Math.log10(density(0)) - z * z / 2 / Math.log(10) - Math.log10(fraction);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
