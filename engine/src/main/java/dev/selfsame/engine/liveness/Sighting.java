package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

/**
 * The face of one frame. Coordinates are pixels of the decoded frame.
 *
 * @param millis when
 * @param frameWidth columns of the decoded frame
 * @param frameHeight rows of the decoded frame
 * @param reduction pixels of the upright file per decoded pixel, along each axis
 * @param face where, and how it is turned
 * @param plane the frame, small and grey
 * @param light on the face
 */
record Sighting(
        long millis,
        int frameWidth,
        int frameHeight,
        int reduction,
        TrackedFace face,
        GreyPlane plane,
        Light light) {

    static Sighting of(long millis, Pyramid picture, ImageInfo info, TrackedFace face) {
        GreyPlane plane = GreyPlane.of(picture.image());
        return new Sighting(
                millis,
                picture.image().width(),
                picture.image().height(),
                info.reduction(),
                face,
                plane,
                Light.of(plane, face.face().box()));
    }

    FaceBox box() {
        return face.face().box();
    }

    /** The face's longer side over the frame's shorter one. */
    double size() {
        return Math.max(box().width(), box().height()) / Math.min(frameWidth, frameHeight);
    }

    double interEyePixels() {
        return face.face().eyes().interEyePixels();
    }

    /** Distance of the face's middle from that of another frame, in distances of the eyes. */
    double movedFrom(Sighting other) {
        double dx = middle(box().x(), box().width()) - middle(other.box().x(), other.box().width());
        double dy =
                middle(box().y(), box().height()) - middle(other.box().y(), other.box().height());
        return Math.hypot(dx, dy) / Math.max(1, interEyePixels());
    }

    private static double middle(double from, double length) {
        return from + length / 2;
    }

    /** The face in pixels of the upright file. */
    FaceBox boxInFile() {
        double shift = (reduction - 1) / 2.0;
        FaceBox box = box();
        return new FaceBox(
                box.x() * reduction + shift,
                box.y() * reduction + shift,
                box.width() * reduction,
                box.height() * reduction,
                box.confidence());
    }
}
