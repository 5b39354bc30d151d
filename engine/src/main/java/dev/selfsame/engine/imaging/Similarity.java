package dev.selfsame.engine.imaging;

/**
 * The similarity transform (turn, even scale, shift) that takes points closest to their targets in
 * the least-squares sense. Source: S. Umeyama, "Least-squares estimation of transformation
 * parameters between two point patterns", PAMI 13(4), 1991; in the plane it has the closed form
 * used here.
 */
public final class Similarity {

    private Similarity() {}

    /**
     * Fits the transform.
     *
     * @param from at least two different points as x, y pairs
     * @param to as many points as x, y pairs
     * @throws IllegalArgumentException if the arrays do not fit or all points coincide
     */
    public static Affine fit(double[] from, double[] to) {
        if (from.length != to.length || from.length < 4 || from.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "points: "
                            + from.length
                            + " and "
                            + to.length
                            + " (expected: equal, even, >= 4)");
        }
        int n = from.length / 2;
        double[] m = means(from, n);
        double[] t = means(to, n);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double x = from[2 * i] - m[0];
            double y = from[2 * i + 1] - m[1];
            double u = to[2 * i] - t[0];
            double v = to[2 * i + 1] - t[1];
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("points: all the same (expected: two different)");
        }
        double a = along / spread;
        double d = across / spread;
        return new Affine(a, -d, t[0] - a * m[0] + d * m[1], d, a, t[1] - d * m[0] - a * m[1]);
    }

    private static double[] means(double[] points, int n) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            x += points[2 * i];
            y += points[2 * i + 1];
        }
        return new double[] {x / n, y / n};
    }
}
