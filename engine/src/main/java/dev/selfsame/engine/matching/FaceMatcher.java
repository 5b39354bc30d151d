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
        return calibration.fmr(similarity(reference.vector(), candidate.vector()));
    }

    private double similarity(byte[] a, byte[] b) {
        return switch (similarity) {
            case COSINE -> {
                double lengths = Math.sqrt((double) dot(a, a) * dot(b, b));
                yield lengths == 0 ? Double.NaN : dot(a, b) / lengths;
            }
            case MINUS_DISTANCE -> -step * Math.sqrt(squaredDistance(a, b));
        };
    }

    private static int dot(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static int squaredDistance(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            int d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }
}
