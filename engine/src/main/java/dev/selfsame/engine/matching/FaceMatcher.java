package dev.selfsame.engine.matching;

import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.Objects;

/** Compares face templates of one mode. Safe for any number of threads. */
public final class FaceMatcher {

    /** What is measured between two stored vectors. */
    public enum Similarity {
        COSINE,
        MINUS_DISTANCE
    }

    private final Similarity similarity;
    private final double step;
    private final CalibrationTable calibration;

    /**
     * A matcher.
     *
     * @param step what one integer step is worth; no matter for cosine
     * @param calibration of this similarity
     */
    public FaceMatcher(Similarity similarity, double step, CalibrationTable calibration) {
        this.similarity = Objects.requireNonNull(similarity, "similarity");
        this.step = step;
        this.calibration = Objects.requireNonNull(calibration, "calibration");
    }

    /**
     * Calibrated FMR of the comparison; the same whichever comes first.
     *
     * @throws IncomparableTemplatesException if mode, version or length differ
     */
    public Fmr compare(FaceTemplate reference, FaceTemplate candidate) {
        if (!reference.mode().equals(candidate.mode())
                || reference.modeVersion() != candidate.modeVersion()
                || reference.vector().length != candidate.vector().length) {
            throw new IncomparableTemplatesException(reference, candidate);
        }
        byte[] a = reference.vector();
        byte[] b = candidate.vector();
        return fmr(closeness(dot(a, b), dot(a, a), dot(b, b)));
    }

    /**
     * How alike two vectors are: the cosine, or minus the squared distance in steps, which orders
     * like the distance and is exact. Rises with similarity; minus infinity where a cosine is not
     * defined.
     *
     * @param dot product of the two vectors
     * @param squaredA product of the first with itself
     * @param squaredB product of the second with itself
     */
    double closeness(int dot, int squaredA, int squaredB) {
        return switch (similarity) {
            case COSINE -> {
                double lengths = Math.sqrt((double) squaredA * squaredB);
                yield lengths == 0 ? Double.NEGATIVE_INFINITY : dot / lengths;
            }
            case MINUS_DISTANCE -> -((double) squaredA + squaredB - 2.0 * dot);
        };
    }

    /** FMR of a {@link #closeness}. */
    Fmr fmr(double closeness) {
        return calibration.fmr(
                switch (similarity) {
                    case COSINE -> closeness == Double.NEGATIVE_INFINITY ? Double.NaN : closeness;
                    case MINUS_DISTANCE -> -step * Math.sqrt(-closeness);
                });
    }

    /** Product of two vectors of one length; exact, for at most 131,071 values. */
    static int dot(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
