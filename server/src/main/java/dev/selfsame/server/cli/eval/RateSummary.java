package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorRates;
import dev.selfsame.engine.calibration.FoldedAccuracy;
import dev.selfsame.engine.calibration.OperatingPoint;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The error rates of one way to count.
 *
 * @param genuine comparisons of the same person or finger
 * @param impostor comparisons of different ones
 * @param atFmr FNMR at each of the {@link Target}s
 * @param equalErrorRate 0..1
 * @param mostAccurate the threshold that decides most pairs of this list rightly
 * @param folded accuracy with thresholds from other folds, null where the list is too short
 * @param corners of the detection error trade-off
 */
public record RateSummary(
        int genuine,
        int impostor,
        List<AtTarget> atFmr,
        double equalErrorRate,
        OperatingPoint mostAccurate,
        @Nullable FoldedAccuracy folded,
        List<OperatingPoint> corners) {

    public RateSummary {
        atFmr = List.copyOf(atFmr);
        corners = List.copyOf(corners);
    }

    /** An FMR to report at, by the name it has in every report. */
    public enum Target {
        ONE_PERCENT("1e-2", 1e-2),
        ONE_PER_THOUSAND("1e-3", 1e-3),
        ONE_PER_TEN_THOUSAND("1e-4", 1e-4);

        private final String text;
        private final double fmr;

        Target(String text, double fmr) {
            this.text = text;
            this.fmr = fmr;
        }

        /** As in reports, such as {@code 1e-3}. */
        public String text() {
            return text;
        }

        /** The rate. */
        public double fmr() {
            return fmr;
        }
    }

    /** The lowest threshold that keeps a target, and what it does. */
    public record AtTarget(Target target, OperatingPoint point) {}

    static RateSummary of(LabelledScores scores) {
        ErrorRates rates = new ErrorRates(scores.genuine(), scores.impostor());
        return new RateSummary(
                scores.genuine().length,
                scores.impostor().length,
                Stream.of(Target.values())
                        .map(it -> new AtTarget(it, rates.atFmr(it.fmr())))
                        .toList(),
                rates.equalErrorRate(),
                rates.mostAccurate(),
                folded(scores),
                rates.corners());
    }

    private static @Nullable FoldedAccuracy folded(LabelledScores scores) {
        int fewest = Math.min(scores.genuine().length, scores.impostor().length);
        return fewest < 2 ? null : FoldedAccuracy.of(scores.genuine(), scores.impostor());
    }

    OperatingPoint at(Target target) {
        return atFmr.stream().filter(it -> it.target() == target).findFirst().orElseThrow().point();
    }
}
