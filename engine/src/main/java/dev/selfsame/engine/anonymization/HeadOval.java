package dev.selfsame.engine.anonymization;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.face.LocatedFace;

/**
 * A tilted ellipse over a whole head: face, forehead, ears, and the hair above the forehead.
 *
 * <p>All have the same shape, so that an oval says where a head is, how large and how tilted, and
 * nothing of the proportions of the face.
 *
 * @param x centre in pixels
 * @param y centre in pixels
 * @param halfWidth semi-axis across the face in pixels
 * @param radians tilt, clockwise
 */
record HeadOval(double x, double y, double halfWidth, double radians) {

    /** Semi-axis along the face over the one across it. */
    static final double STRETCH = 1.15;

    // why: the mesh ends at the hair line, before the ears and at the chin; these take in a third
    // of its height above, a fifth of its width on either side, and a margin below
    private static final double HALF_WIDTH = 0.72;
    private static final double RAISED = 0.1;

    private static final double SAME_PLACE = 0.5;
    private static final double SAME_SIZE = 1.3;

    static HeadOval of(LocatedFace face) {
        double radians = face.eyes().rollRadians();
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        Extent across = new Extent();
        Extent along = new Extent();
        float[] mesh = face.mesh();
        for (int i = 0; i < mesh.length; i += 2) {
            across.add(mesh[i] * cos + mesh[i + 1] * sin);
            along.add(mesh[i + 1] * cos - mesh[i] * sin);
        }
        FaceBox box = face.box();
        double boxX = box.x() + box.width() / 2;
        double boxY = box.y() + box.height() / 2;
        double half = Math.max(box.width(), box.height()) / 2;
        across.addAround(boxX * cos + boxY * sin, half);
        along.addAround(boxY * cos - boxX * sin, half);
        double size = Math.max(across.length(), along.length());
        double middle = along.middle() - RAISED * size;
        return new HeadOval(
                across.middle() * cos - middle * sin,
                across.middle() * sin + middle * cos,
                HALF_WIDTH * size,
                radians);
    }

    /** Distance from the centre in ellipses: below 1 inside, 1 on the edge. */
    double reach(double column, double row) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        double dx = column - x;
        double dy = row - y;
        return Math.hypot((dx * cos + dy * sin), (dy * cos - dx * sin) / STRETCH) / halfWidth;
    }

    /** Whether the other one is of the same head, and not much larger. */
    boolean standsFor(HeadOval other) {
        return reach(other.x, other.y) < SAME_PLACE && other.halfWidth < SAME_SIZE * halfWidth;
    }

    /** From the least to the greatest of some numbers; confined to one call. */
    private static final class Extent {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double value) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        void addAround(double middle, double half) {
            add(middle - half);
            add(middle + half);
        }

        double length() {
            return most - least;
        }

        double middle() {
            return (least + most) / 2;
        }
    }
}
