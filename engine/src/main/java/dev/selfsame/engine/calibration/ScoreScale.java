package dev.selfsame.engine.calibration;

/** The score scale of the Biometric Services contract: 500 points for each power of ten of FMR. */
public final class ScoreScale {

    private static final double POINTS_PER_DECADE = 500;
    private static final double SCORE_AT_ONE = 1500;

    private ScoreScale() {}

    /** Score of a false match rate in (0, 1]; grows as the rate falls. */
    public static double scoreOf(double fmr) {
        return SCORE_AT_ONE - POINTS_PER_DECADE * Math.log10(fmr);
    }

    /** False match rate of a score; 1 for scores of 1500 and less. */
    public static double fmrOf(double score) {
        return Math.min(1, Math.pow(10, (SCORE_AT_ONE - score) / POINTS_PER_DECADE));
    }
}
