package dev.selfsame.engine.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Matching error rates of ISO/IEC 19795-1 over scores of labelled comparisons; a higher score means
 * more alike. Every step of the empirical rates is exact, tied scores included. A comparison that
 * could not be made takes part as {@link Double#NEGATIVE_INFINITY}, which no threshold accepts.
 */
public final class ErrorRates {

    private final double[] genuine;
    private final double[] impostor;

    /**
     * Sorts copies of the scores.
     *
     * @param genuine scores of comparisons of the same person, one or more, in any order
     * @param impostor scores of comparisons of different people, one or more, in any order
     */
    public ErrorRates(double[] genuine, double[] impostor) {
        this.genuine = sorted(genuine, "genuine");
        this.impostor = sorted(impostor, "impostor");
    }

    private static double[] sorted(double[] scores, String name) {
        if (scores.length == 0) {
            throw new IllegalArgumentException(name + ": no scores (expected: at least 1)");
        }
        double[] copy = scores.clone();
        Arrays.sort(copy);
        // why: NaN sorts last
        double largest = copy[copy.length - 1];
        if (Double.isNaN(largest) || largest == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    name + ": " + largest + " (expected: finite scores or -Infinity)");
        }
        return copy;
    }

    /** The rates at a threshold. */
    public OperatingPoint at(double threshold) {
        return new OperatingPoint(
                threshold,
                new ErrorCount(impostor.length - below(impostor, threshold), impostor.length),
                new ErrorCount(below(genuine, threshold), genuine.length));
    }

    /**
     * The lowest threshold whose measured FMR is not above the target. With fewer impostor
     * comparisons than 1 / target there it is zero, and says little: see the counts.
     *
     * @param fmr target 0..1
     */
    public OperatingPoint atFmr(double fmr) {
        if (!(fmr >= 0 && fmr <= 1)) {
            throw new IllegalArgumentException("fmr: " + fmr + " (expected: 0..1)");
        }
        // why: 0.001 * 3000 is a little less than 3 in binary
        int allowed = (int) Math.floor(fmr * impostor.length + 1e-9);
        double highestRefused =
                allowed >= impostor.length
                        ? Double.NEGATIVE_INFINITY
                        : impostor[impostor.length - 1 - allowed];
        return at(
                highestRefused == Double.NEGATIVE_INFINITY
                        ? lowest()
                        : Math.nextUp(highestRefused));
    }

    /**
     * Where FMR and FNMR are equal, by straight lines between the steps next to it.
     *
     * @return 0..1
     */
    public double equalErrorRate() {
        OperatingPoint before = at(lowest());
        for (OperatingPoint point : steps()) {
            double excess = excessOfFalseMatches(point);
            if (excess <= 0) {
                double excessBefore = excessOfFalseMatches(before);
                if (excessBefore <= 0) {
                    // why: so many comparisons were not made that FNMR is larger at any threshold
                    return before.falseNonMatches().rate();
                }
                double share = excessBefore / (excessBefore - excess);
                double from = before.falseNonMatches().rate();
                return from + share * (point.falseNonMatches().rate() - from);
            }
            before = point;
        }
        throw new IllegalStateException("the last step refuses everything");
    }

    private static double excessOfFalseMatches(OperatingPoint point) {
        return point.falseMatches().rate() - point.falseNonMatches().rate();
    }

    /** The threshold that decides most comparisons rightly, the lowest where several do. */
    public OperatingPoint mostAccurate() {
        OperatingPoint best = at(lowest());
        for (OperatingPoint point : steps()) {
            if (point.accuracy() > best.accuracy()) {
                best = point;
            }
        }
        // why: half-way to the next score below decides these comparisons the same and new ones
        // better
        return at(middleOfStep(best.threshold()));
    }

    private double middleOfStep(double threshold) {
        double below =
                Math.max(greatestBelow(genuine, threshold), greatestBelow(impostor, threshold));
        double middle = below + (threshold - below) / 2;
        return Double.isFinite(middle) ? Math.max(middle, Math.nextUp(below)) : threshold;
    }

    private static double greatestBelow(double[] sorted, double threshold) {
        int below = below(sorted, threshold);
        return below == 0 ? Double.NEGATIVE_INFINITY : sorted[below - 1];
    }

    /**
     * The corners of the detection error trade-off, thresholds ascending: every point of the curve
     * lies on a line along one of the axes between two of them.
     */
    public List<OperatingPoint> corners() {
        List<OperatingPoint> corners = new ArrayList<>();
        for (OperatingPoint point : steps()) {
            int size = corners.size();
            if (size >= 2 && isStraight(corners.get(size - 2), corners.get(size - 1), point)) {
                corners.remove(size - 1);
            }
            corners.add(point);
        }
        return corners;
    }

    private static boolean isStraight(OperatingPoint a, OperatingPoint b, OperatingPoint c) {
        long falseMatches = b.falseMatches().errors();
        long falseNonMatches = b.falseNonMatches().errors();
        return (a.falseMatches().errors() == falseMatches
                        && c.falseMatches().errors() == falseMatches)
                || (a.falseNonMatches().errors() == falseNonMatches
                        && c.falseNonMatches().errors() == falseNonMatches);
    }

    /** The rates at every distinct score and just above the highest, thresholds ascending. */
    private List<OperatingPoint> steps() {
        double[] thresholds = new double[genuine.length + impostor.length];
        System.arraycopy(genuine, 0, thresholds, 0, genuine.length);
        System.arraycopy(impostor, 0, thresholds, genuine.length, impostor.length);
        Arrays.sort(thresholds);
        List<OperatingPoint> steps = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds) {
            if (threshold > last) {
                steps.add(at(threshold));
                last = threshold;
            }
        }
        steps.add(at(last == Double.NEGATIVE_INFINITY ? lowest() : Math.nextUp(last)));
        return steps;
    }

    /** The lowest score there is, a threshold that accepts all that was compared; 0 without any. */
    private double lowest() {
        return Stream.of(genuine, impostor)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    /** How many are less than the threshold; none is negative infinity that counts as accepted. */
    private static int below(double[] sorted, double threshold) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < threshold || sorted[middle] == Double.NEGATIVE_INFINITY) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
