package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.Affine;

/**
 * Follows points of one plane into another by the pixels around them, from a first guess. Source:
 * B. Lucas and T. Kanade, "An iterative image registration technique", IJCAI 1981; the windows are
 * turned and scaled as the whole face is, so that larger motions can be followed as well.
 */
final class PointTracker {

    private static final int RADIUS = 5;
    private static final int SIDE = 2 * RADIUS + 1;
    private static final int STEPS = 12;
    private static final double STILL = 0.01;
    // why: a window without structure in both directions slides along its edges
    private static final double LEAST_STRUCTURE = 60;
    private static final double LEAST_CORRELATION = 0.85;
    private static final double MOST_DRIFT = 4;

    private final GreyPlane from;
    private final GreyPlane to;
    private final Affine turn;
    private final float[] patch = new float[SIDE * SIDE];
    private final float[] seen = new float[SIDE * SIDE];
    private final float[] acrossSlope = new float[SIDE * SIDE];
    private final float[] downSlope = new float[SIDE * SIDE];
    private double foundX;
    private double foundY;

    /**
     * @param turn how the face as a whole moved; only its linear part counts
     */
    PointTracker(GreyPlane from, GreyPlane to, Affine turn) {
        this.from = from;
        this.to = to;
        this.turn = turn;
    }

    /** Where the point was found last. */
    double foundX() {
        return foundX;
    }

    double foundY() {
        return foundY;
    }

    /**
     * Looks for the point of the first plane in the second.
     *
     * @return whether it was found: its surroundings have structure and look alike
     */
    boolean follow(double x, double y, double guessX, double guessY) {
        if (!inside(from, x, y, RADIUS + 2) || !inside(to, guessX, guessY, RADIUS + 2)) {
            return false;
        }
        sample(from, x, y, Affine.IDENTITY, patch);
        foundX = guessX;
        foundY = guessY;
        for (int step = 0; step < STEPS; step++) {
            sample(to, foundX, foundY, turn, seen);
            if (!improve() || Math.hypot(foundX - guessX, foundY - guessY) > MOST_DRIFT) {
                return false;
            }
            if (!inside(to, foundX, foundY, 2 * RADIUS)) {
                return false;
            }
            if (lastStep < STILL) {
                break;
            }
        }
        sample(to, foundX, foundY, turn, seen);
        return correlation() >= LEAST_CORRELATION;
    }

    private double lastStep;

    /** One Gauss-Newton step; false where the window lacks structure. */
    private boolean improve() {
        slopes();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double bx = 0;
        double by = 0;
        double offset = mean(patch) - mean(seen);
        for (int i = 0; i < patch.length; i++) {
            double error = patch[i] - seen[i] - offset;
            xx += acrossSlope[i] * acrossSlope[i];
            xy += acrossSlope[i] * downSlope[i];
            yy += downSlope[i] * downSlope[i];
            bx += error * acrossSlope[i];
            by += error * downSlope[i];
        }
        double determinant = xx * yy - xy * xy;
        double least = (xx + yy) / 2 - Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        if (least < LEAST_STRUCTURE || !(determinant > 0)) {
            return false;
        }
        double u = (yy * bx - xy * by) / determinant;
        double v = (xx * by - xy * bx) / determinant;
        foundX += turn.a() * u + turn.b() * v;
        foundY += turn.d() * u + turn.e() * v;
        lastStep = Math.hypot(u, v);
        return Double.isFinite(lastStep);
    }

    private void slopes() {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = y * SIDE + x;
                int left = x > 0 ? i - 1 : i;
                int right = x < SIDE - 1 ? i + 1 : i;
                int up = y > 0 ? i - SIDE : i;
                int down = y < SIDE - 1 ? i + SIDE : i;
                acrossSlope[i] = (seen[right] - seen[left]) / (right - left);
                downSlope[i] = (seen[down] - seen[up]) * SIDE / (down - up);
            }
        }
    }

    private double correlation() {
        double ma = mean(patch);
        double mb = mean(seen);
        double ab = 0;
        double aa = 1e-6;
        double bb = 1e-6;
        for (int i = 0; i < patch.length; i++) {
            ab += (patch[i] - ma) * (seen[i] - mb);
            aa += (patch[i] - ma) * (patch[i] - ma);
            bb += (seen[i] - mb) * (seen[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static boolean inside(GreyPlane plane, double x, double y, double margin) {
        return x >= margin
                && y >= margin
                && x < plane.width() - 1 - margin
                && y < plane.height() - 1 - margin;
    }

    private static void sample(GreyPlane plane, double x, double y, Affine turn, float[] out) {
        int i = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                out[i++] =
                        plane.between(
                                x + turn.a() * dx + turn.b() * dy,
                                y + turn.d() * dx + turn.e() * dy);
            }
        }
    }
}
