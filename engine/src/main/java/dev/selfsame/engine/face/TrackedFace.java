package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;

/**
 * One face of a video frame. Shares its arrays.
 *
 * @param face in pixels of the decoded frame
 * @param depth of the 468 points in pixels of the decoded frame, growing away from the camera; what
 *     the mesh network guesses, also on a flat picture of a face
 */
public record TrackedFace(LocatedFace face, float[] depth) {

    static TrackedFace of(MeshFit fit) {
        double cropEyes =
                Math.hypot(
                        mean(fit, 0, MeshFit.LEFT_EYE) - mean(fit, 0, MeshFit.RIGHT_EYE),
                        mean(fit, 1, MeshFit.LEFT_EYE) - mean(fit, 1, MeshFit.RIGHT_EYE));
        double scale = fit.eyes().interEyePixels() / Math.max(cropEyes, 1e-6);
        float[] depth = new float[FaceMesh.SIZE];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = (float) (fit.crop()[3 * i + 2] * scale);
        }
        return new TrackedFace(FaceLocator.located(Detection.around(fit), fit), depth);
    }

    private static double mean(MeshFit fit, int axis, int[] points) {
        double sum = 0;
        for (int i : points) {
            sum += fit.crop()[3 * i + axis];
        }
        return sum / points.length;
    }

    /** The fitted mesh again; its crop is level and has the frame's own pixels. */
    MeshFit fit() {
        double roll = Math.toRadians(face.pose().rollDegrees());
        Affine level = Affine.fromTurnedSquare(0, 0, 1, -roll, 1);
        float[] crop = new float[3 * FaceMesh.SIZE];
        float[] points = face.mesh();
        for (int i = 0; i < FaceMesh.SIZE; i++) {
            crop[3 * i] = (float) level.x(points[2 * i], points[2 * i + 1]);
            crop[3 * i + 1] = (float) level.y(points[2 * i], points[2 * i + 1]);
            crop[3 * i + 2] = depth[i];
        }
        return new MeshFit(points, crop, face.faceness(), roll);
    }
}
