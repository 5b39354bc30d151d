package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;

/**
 * A fitted mesh. Shares its arrays.
 *
 * @param points x, y of the 468 points in picture pixels
 * @param crop x, y, z of the points in the pixels of the level crop; z grows away from the camera
 * @param faceness probability 0..1 that this is a face
 * @param rollRadians how far the crop is turned clockwise against the picture
 */
record MeshFit(float[] points, float[] crop, double faceness, double rollRadians) {

    static final int[] RIGHT_EYE = {33, 133, 159, 145};
    static final int[] LEFT_EYE = {263, 362, 386, 374};

    static MeshFit of(float[] crop, double faceness, Affine cropToPicture) {
        float[] points = new float[2 * FaceMesh.SIZE];
        for (int i = 0; i < FaceMesh.SIZE; i++) {
            double x = crop[3 * i] - 0.5;
            double y = crop[3 * i + 1] - 0.5;
            points[2 * i] = (float) cropToPicture.x(x, y);
            points[2 * i + 1] = (float) cropToPicture.y(x, y);
        }
        double roll = Math.atan2(cropToPicture.d(), cropToPicture.a());
        return new MeshFit(points, crop, faceness, roll);
    }

    /** The same mesh with its points in the plane that the map leads to. */
    MeshFit through(Affine map) {
        float[] moved = new float[points.length];
        for (int i = 0; i < points.length; i += 2) {
            moved[i] = (float) map.x(points[i], points[i + 1]);
            moved[i + 1] = (float) map.y(points[i], points[i + 1]);
        }
        return new MeshFit(moved, crop, faceness, rollRadians);
    }

    /** Mean of some points, in picture pixels. */
    double x(int... indices) {
        double sum = 0;
        for (int i : indices) {
            sum += points[2 * i];
        }
        return sum / indices.length;
    }

    /** Mean of some points, in picture pixels. */
    double y(int... indices) {
        double sum = 0;
        for (int i : indices) {
            sum += points[2 * i + 1];
        }
        return sum / indices.length;
    }

    /** Distance of two points in picture pixels. */
    double distance(int from, int to) {
        return Math.hypot(x(from) - x(to), y(from) - y(to));
    }

    /** Eye centres, person's right eye first. */
    Eyes eyes() {
        return new Eyes(x(RIGHT_EYE), y(RIGHT_EYE), x(LEFT_EYE), y(LEFT_EYE));
    }

    /** Openings of eyes and mouth, height over width. */
    Openness openness() {
        return new Openness(
                (distance(159, 145) + distance(158, 153)) / 2 / distance(33, 133),
                (distance(386, 374) + distance(385, 380)) / 2 / distance(263, 362),
                distance(13, 14) / distance(78, 308));
    }
}
