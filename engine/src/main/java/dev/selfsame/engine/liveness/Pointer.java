package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.LocatedFace;

/**
 * Where the nose points, from how far its tip lies off the middle between the ears, over the
 * distance of the ears. The tip is about half that distance before the ears, so a turned head moves
 * it a lot; a turned photograph of a head does not move it against the ears at all.
 *
 * @param rightDegrees towards the right of a screen that mirrors its user
 * @param downDegrees downwards, half again as much as the head is turned
 */
record Pointer(double rightDegrees, double downDegrees) {

    private static final int RIGHT_EAR = 234;
    private static final int LEFT_EAR = 454;
    private static final int NOSE = 4;
    private static final double TIP_BEFORE_EARS = 0.5;

    // why: people turn their heads about half again as far sideways as up and down
    private static final double DOWN_COUNTS = 1.5;

    static Pointer of(LocatedFace face) {
        float[] mesh = face.mesh();
        double acrossX = mesh[2 * LEFT_EAR] - mesh[2 * RIGHT_EAR];
        double acrossY = mesh[2 * LEFT_EAR + 1] - mesh[2 * RIGHT_EAR + 1];
        double width = Math.max(1, Math.hypot(acrossX, acrossY));
        double x = mesh[2 * NOSE] - (mesh[2 * LEFT_EAR] + mesh[2 * RIGHT_EAR]) / 2;
        double y = mesh[2 * NOSE + 1] - (mesh[2 * LEFT_EAR + 1] + mesh[2 * RIGHT_EAR + 1]) / 2;
        double along = (x * acrossX + y * acrossY) / (width * width);
        double down = (y * acrossX - x * acrossY) / (width * width);
        // why the sign: the user's left is on the right of the frame and on the left of a mirror
        return new Pointer(-degrees(along), DOWN_COUNTS * degrees(down));
    }

    private static double degrees(double share) {
        return Math.toDegrees(Math.atan(share / TIP_BEFORE_EARS));
    }

    /** As seen from where the nose pointed before. */
    Pointer from(Pointer straight) {
        return new Pointer(
                rightDegrees - straight.rightDegrees, downDegrees - straight.downDegrees);
    }

    double length() {
        return Math.hypot(rightDegrees, downDegrees);
    }

    /** Angle 0..pi between where the nose points and where a target is. */
    double offTarget(TargetPosition target) {
        return LivenessTask.turn(Math.atan2(downDegrees, rightDegrees), target.radians());
    }
}
