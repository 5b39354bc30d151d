package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.HeadPose;

/**
 * Roll, pitch and yaw: the largest of the three angles, each as a share of what is allowed. Source:
 * ISO/IEC 19794-5, clause 7.2 (yaw and pitch up to 5 degrees, roll up to 8), with the error of an
 * estimate from one picture added.
 */
final class HeadTurn {

    private static final class Parameters {
        static final double YAW_DEGREES = 5 + 5;
        static final double PITCH_DEGREES = 5 + 7;
        static final double ROLL_DEGREES = 8 + 2;
        static final Scale SHARE = new Scale(0.2, 1, 2.5);
    }

    private HeadTurn() {}

    static Finding turned(PortraitSheet sheet) {
        HeadPose pose = sheet.face().pose();
        double yaw = Math.abs(pose.yawDegrees()) / Parameters.YAW_DEGREES;
        double pitch = Math.abs(pose.pitchDegrees()) / Parameters.PITCH_DEGREES;
        double roll = Math.abs(pose.rollDegrees()) / Parameters.ROLL_DEGREES;
        return Parameters.SHARE.judge(Math.max(yaw, Math.max(pitch, roll)));
    }
}
