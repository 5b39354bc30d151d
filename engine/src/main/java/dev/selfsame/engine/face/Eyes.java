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
}
