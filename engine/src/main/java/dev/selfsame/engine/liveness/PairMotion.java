package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;

/**
 * How the points of a face moved from one frame to another, all lengths in distances of the eyes of
 * the first frame.
 *
 * @param points how many could be followed
 * @param motion root mean square of how far they went, growth of the whole face apart
 * @param similarityResidual what turning, scaling and shifting the picture leaves
 * @param planeResidual what the best quadratic map leaves: a plane, even a bent one, leaves nothing
 *     but noise
 * @param parallax length of the shift that goes with the depth of the face; a turn of the head by
 *     an angle gives about its sine
 * @param widening how much more the near parts grew than the far ones, per distance of the eyes of
 *     depth; an approach of a head gives a positive value
 * @param zoom growth of the face
 */
record PairMotion(
        int points,
        double motion,
        double similarityResidual,
        double planeResidual,
        double parallax,
        double widening,
        double zoom) {

    private static final int EVERY = 3;
    private static final int QUADRATIC = 6;
    private static final int LEAST_POINTS = 30;

    /** Follows the points; has no points where too few could be followed. */
    static PairMotion between(Sighting from, Sighting to) {
        float[] a = from.face().face().mesh();
        float[] b = to.face().face().mesh();
        Affine turn = Similarity.fit(doubles(a), doubles(b));
        double unit = Math.max(1, from.interEyePixels());
        GreyPlane source = from.plane();
        GreyPlane target = to.plane();
        PointTracker tracker = new PointTracker(source, target, turn);
        int count = 0;
        double[] x = new double[a.length / 2];
        double[] y = new double[a.length / 2];
        double[] z = new double[a.length / 2];
        double[] u = new double[a.length / 2];
        double[] v = new double[a.length / 2];
        double x0 = from.box().x() + from.box().width() / 2;
        double y0 = from.box().y() + from.box().height() / 2;
        for (int i = 0; i < a.length / 2; i += EVERY) {
            boolean found =
                    tracker.follow(
                            source.x(a[2 * i]),
                            source.y(a[2 * i + 1]),
                            target.x(b[2 * i]),
                            target.y(b[2 * i + 1]));
            if (found) {
                x[count] = (a[2 * i] - x0) / unit;
                y[count] = (a[2 * i + 1] - y0) / unit;
                z[count] = from.face().depth()[i] / unit;
                u[count] = (frame(target, tracker.foundX()) - x0) / unit;
                v[count] = (frame(target, tracker.foundY()) - y0) / unit;
                count++;
            }
        }
        return count < LEAST_POINTS
                ? new PairMotion(count, 0, 0, 0, 0, 0, turn.scale())
                : measured(count, x, y, z, u, v, turn.scale());
    }

    private static PairMotion measured(
            int n, double[] x, double[] y, double[] z, double[] u, double[] v, double zoom) {
        double[][] plane = new double[n][];
        double[][] space = new double[2 * n][];
        double[] both = new double[2 * n];
        double motion = 0;
        double spread = 0;
        double[] from = new double[2 * n];
        double[] to = new double[2 * n];
        double[] right = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++) {
            plane[i] = new double[] {1, x[i], y[i], x[i] * x[i], x[i] * y[i], y[i] * y[i]};
            right[i] = u[i];
            down[i] = v[i];
            motion += (u[i] - x[i]) * (u[i] - x[i]) + (v[i] - y[i]) * (v[i] - y[i]);
            spread += x[i] * x[i] + y[i] * y[i];
            from[2 * i] = x[i];
            from[2 * i + 1] = y[i];
            to[2 * i] = u[i];
            to[2 * i + 1] = v[i];
            both[i] = u[i];
            both[n + i] = v[i];
            space[i] = row(plane[i], 0, z[i], z[i] * x[i], 15);
            space[n + i] = row(plane[i], 1, z[i], z[i] * y[i], 15);
        }
        double squares =
                LeastSquares.residualSquares(plane, right, QUADRATIC)
                        + LeastSquares.residualSquares(plane, down, QUADRATIC);
        double[] c = LeastSquares.solve(space, both, 15);
        Affine similar = Similarity.fit(from, to);
        double off = 0;
        for (int i = 0; i < n; i++) {
            double ex = similar.x(x[i], y[i]) - u[i];
            double ey = similar.y(x[i], y[i]) - v[i];
            off += ex * ex + ey * ey;
        }
        return new PairMotion(
                n,
                Math.sqrt(Math.max(0, motion - (zoom - 1) * (zoom - 1) * spread) / n),
                Math.sqrt(off / n) / zoom,
                Math.sqrt(squares / n) / zoom,
                Math.hypot(c[12], c[13]) / zoom,
                -c[14] / zoom,
                zoom);
    }

    /** Both axes have a plane of their own, a shift with depth, and share the widening. */
    private static double[] row(
            double[] plane, int axis, double depth, double widening, int terms) {
        double[] row = new double[terms];
        System.arraycopy(plane, 0, row, axis * QUADRATIC, QUADRATIC);
        row[2 * QUADRATIC + axis] = depth;
        row[terms - 1] = widening;
        return row;
    }

    private static double frame(GreyPlane plane, double x) {
        return (x + 0.5) * plane.step() - 0.5;
    }

    private static double[] doubles(float[] values) {
        double[] all = new double[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i];
        }
        return all;
    }
}
