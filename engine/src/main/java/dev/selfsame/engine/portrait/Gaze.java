package dev.selfsame.engine.portrait;

/**
 * Looking away: how far both irises stand off the middle of their eyes, in the same direction, in
 * widths of an eye. A head turned to one side with the eyes to the camera is told by the pose.
 */
final class Gaze {

    private static final class Parameters {
        static final Scale OFF_MIDDLE = new Scale(0.02, 0.12, 0.25);
        // why: lids hide the height of an iris, so it counts less
        static final double VERTICAL_WEIGHT = 0.6;
        static final double NEUTRAL_ABOVE = 0.03;
    }

    private Gaze() {}

    static Finding lookingAway(PortraitSheet sheet) {
        Iris right = Iris.of(sheet.rightEye(), sheet.colours());
        Iris left = Iris.of(sheet.leftEye(), sheet.colours());
        // why: the outer corner is on the left of the right eye and on the right of the left eye
        double across = (right.along() - left.along()) / 2;
        double above = (right.above() + left.above()) / 2 - Parameters.NEUTRAL_ABOVE;
        return Parameters.OFF_MIDDLE.judge(Math.hypot(across, Parameters.VERTICAL_WEIGHT * above));
    }
}
