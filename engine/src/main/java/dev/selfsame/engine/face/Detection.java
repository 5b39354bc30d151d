package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;

/**
 * A face as a detector reports it. Shares its array.
 *
 * @param x centre
 * @param y centre
 * @param width across the face
 * @param height along the face
 * @param points x, y of the right eye, the left eye, then what else the detector knows
 * @param confidence 0..1
 */
record Detection(
        double x, double y, double width, double height, double[] points, double confidence) {

    private static final int RIGHT_EYE = 0;
    private static final int LEFT_EYE = 2;

    /** The upright box around a fitted mesh. */
    static Detection around(MeshFit fit) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        float[] points = fit.points();
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        Eyes eyes = fit.eyes();
        return new Detection(
                (left + right) / 2.0,
                (top + bottom) / 2.0,
                right - left,
                bottom - top,
                new double[] {eyes.x1(), eyes.y1(), eyes.x2(), eyes.y2()},
                fit.faceness());
    }

    double size() {
        return Math.max(width, height);
    }

    /** How far the line of the eyes is turned clockwise from level, in radians. */
    double rollRadians() {
        return Math.atan2(
                points[LEFT_EYE + 1] - points[RIGHT_EYE + 1], points[LEFT_EYE] - points[RIGHT_EYE]);
    }

    double interEye() {
        return Math.hypot(
                points[LEFT_EYE] - points[RIGHT_EYE], points[LEFT_EYE + 1] - points[RIGHT_EYE + 1]);
    }

    /** The same face in the plane that the map leads to. */
    Detection through(Affine map) {
        double[] moved = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            moved[i] = map.x(points[i], points[i + 1]);
            moved[i + 1] = map.y(points[i], points[i + 1]);
        }
        double scale = map.scale();
        return new Detection(
                map.x(x, y), map.y(x, y), width * scale, height * scale, moved, confidence);
    }

    /** Intersection over union of the two boxes. */
    double overlap(Detection other) {
        double both = areaInside(other);
        return both / (width * height + other.width * other.height - both);
    }

    /** Share of this box that lies inside the other one. */
    double shareInside(Detection other) {
        return areaInside(other) / (width * height);
    }

    private double areaInside(Detection other) {
        double w =
                Math.min(x + width / 2, other.x + other.width / 2)
                        - Math.max(x - width / 2, other.x - other.width / 2);
        double h =
                Math.min(y + height / 2, other.y + other.height / 2)
                        - Math.max(y - height / 2, other.y - other.height / 2);
        return Math.max(0, w) * Math.max(0, h);
    }

    FaceBox box() {
        return new FaceBox(x - width / 2, y - height / 2, width, height, confidence);
    }
}
