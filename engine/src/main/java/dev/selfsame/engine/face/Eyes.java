package dev.selfsame.engine.face;

/**
 * Eye centres in pixels of the upright file. As on the wire, eye 1 is the person's right eye, which
 * is further left where the face is upright.
 */
public record Eyes(double x1, double y1, double x2, double y2) {

    /** Distance between the eye centres in pixels of the file. */
    public double interEyePixels() {
        return Math.hypot(x2 - x1, y2 - y1);
    }

    /** How far the line of the eyes is turned clockwise from level, in radians. */
    public double rollRadians() {
        return Math.atan2(y2 - y1, x2 - x1);
    }
}
