package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.HeadPose;

/**
 * Where the nose points on a screen that mirrors its user, from the pose that was straight ahead:
 * right and down in degrees of head.
 */
record Pointer(double rightDegrees, double downDegrees) {

    // why: people turn their heads about half again as far sideways as up and down
    private static final double PITCH_COUNTS = 1.5;

    static Pointer of(HeadPose pose, HeadPose straight) {
        return new Pointer(
                straight.yawDegrees() - pose.yawDegrees(),
                PITCH_COUNTS * (pose.pitchDegrees() - straight.pitchDegrees()));
    }

    double length() {
        return Math.hypot(rightDegrees, downDegrees);
    }

    /** Angle 0..pi between where the nose points and where a target is. */
    double offTarget(TargetPosition target) {
        return LivenessTask.turn(Math.atan2(downDegrees, rightDegrees), target.radians());
    }
}
