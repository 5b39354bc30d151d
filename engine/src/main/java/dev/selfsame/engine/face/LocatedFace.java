package dev.selfsame.engine.face;

/**
 * One face, located and not encoded. All coordinates are pixels of the decoded picture. Shares its
 * mesh array.
 *
 * @param box where it is
 * @param eyes eye centres
 * @param mesh 468 points as x, y pairs, in the order of the MediaPipe face mesh
 * @param faceness probability 0..1 of the mesh network that this is a face
 * @param pose direction of the head
 * @param openness eyes and mouth
 */
public record LocatedFace(
        FaceBox box, Eyes eyes, float[] mesh, double faceness, HeadPose pose, Openness openness) {}
