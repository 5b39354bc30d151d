package dev.selfsame.engine.liveness;

/** How far the points of a face are from moving as a plane does. */
final class PlaneFit {

    private static final int TERMS = 6;

    private PlaneFit() {}

    /**
     * Root mean square distance of the points from the best quadratic map of the first frame to the
     * second, in distances of the eyes. A homography close to the identity is quadratic up to a
     * third order, and so is a sheet of paper that is bent a little.
     */
    static double residual(Sighting from, Sighting to) {
        float[] a = from.face().face().mesh();
        float[] b = to.face().face().mesh();
        double scale = Math.max(1, from.interEyePixels());
        double x0 = from.box().x() + from.box().width() / 2;
        double y0 = from.box().y() + from.box().height() / 2;
        int points = a.length / 2;
        double[][] rows = new double[points][];
        double[] right = new double[points];
        double[] down = new double[points];
        double zoom = to.interEyePixels() / scale;
        for (int i = 0; i < points; i++) {
            double x = (a[2 * i] - x0) / scale;
            double y = (a[2 * i + 1] - y0) / scale;
            rows[i] = new double[] {1, x, y, x * x, x * y, y * y};
            right[i] = (b[2 * i] - x0) / scale;
            down[i] = (b[2 * i + 1] - y0) / scale;
        }
        double squares =
                LeastSquares.residualSquares(rows, right, TERMS)
                        + LeastSquares.residualSquares(rows, down, TERMS);
        return Math.sqrt(squares / points) / Math.max(0.1, zoom);
    }
}
