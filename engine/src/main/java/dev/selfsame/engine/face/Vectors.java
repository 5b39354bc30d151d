package dev.selfsame.engine.face;

/** Sums over feature vectors, in double precision. */
final class Vectors {

    private Vectors() {}

    /** Euclidean length; never zero, so that it can divide. */
    static double length(float[] v) {
        double sum = 0;
        for (float x : v) {
            sum += (double) x * x;
        }
        return Math.max(Math.sqrt(sum), 1e-12);
    }

    /** Cosine of the angle between two vectors of equal length. */
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum / (length(a) * length(b));
    }
}
