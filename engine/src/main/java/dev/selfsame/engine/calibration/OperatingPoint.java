package dev.selfsame.engine.calibration;

/**
 * What a threshold does: a comparison is a match if its score is at least the threshold.
 *
 * @param threshold on the scale of the scores
 * @param falseMatches impostor comparisons that match (FMR)
 * @param falseNonMatches genuine comparisons that do not (FNMR)
 */
public record OperatingPoint(
        double threshold, ErrorCount falseMatches, ErrorCount falseNonMatches) {

    /** Share of all comparisons that are decided rightly; NaN without any. */
    public double accuracy() {
        long errors = falseMatches.errors() + falseNonMatches.errors();
        long trials = falseMatches.trials() + falseNonMatches.trials();
        return (double) (trials - errors) / trials;
    }
}
