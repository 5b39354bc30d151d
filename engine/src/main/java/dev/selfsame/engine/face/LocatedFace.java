package dev.selfsame.engine.face;

/**
 * Where a face is, in pixels of the decoded picture that it was found in. Shares its mesh array.
 *
 * @param box as the detector drew it
 * @param eyes eye centres
 * @param mesh 468 points as x, y pairs, in the order of the MediaPipe face mesh
 * @param pose direction of the head
 * @param faceness probability 0..1 of the mesh network that this is a face
 */
public record LocatedFace(FaceBox box, Eyes eyes, float[] mesh, HeadPose pose, double faceness) {}
