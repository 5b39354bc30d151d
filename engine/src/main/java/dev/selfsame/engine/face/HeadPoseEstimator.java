package dev.selfsame.engine.face;

/**
 * Head pose from the depth of the mesh: the plane through temples, forehead and chin. The vectors
 * are taken in the level crop, so the crop's own turn is added to the roll.
 */
final class HeadPoseEstimator {

    private static final int RIGHT_TEMPLE = 234;
    private static final int LEFT_TEMPLE = 454;
    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;

    // why: the line from forehead to chin leans back in a face that looks straight ahead; the mean
    // of
    // the LFW development pictures
    private static final double NEUTRAL_PITCH = Math.toRadians(6);

    private HeadPoseEstimator() {}

    static HeadPose of(MeshFit fit) {
        double[] across = direction(fit.crop(), RIGHT_TEMPLE, LEFT_TEMPLE);
        double[] down = direction(fit.crop(), FOREHEAD, CHIN);
        double yaw = Math.atan2(across[2], Math.hypot(across[0], across[1]));
        double pitch = Math.atan2(down[2], Math.hypot(down[0], down[1])) - NEUTRAL_PITCH;
        double roll = Math.atan2(across[1], across[0]) + fit.rollRadians();
        return new HeadPose(
                Math.toDegrees(yaw),
                Math.toDegrees(pitch),
                Math.toDegrees(Math.IEEEremainder(roll, 2 * Math.PI)));
    }

    private static double[] direction(float[] crop, int from, int to) {
        return new double[] {
            crop[3 * to] - crop[3 * from],
            crop[3 * to + 1] - crop[3 * from + 1],
            crop[3 * to + 2] - crop[3 * from + 2]
        };
    }
}
