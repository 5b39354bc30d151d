package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.Openness;

/**
 * Looking away: how far both irises stand off the middle of their eyes, in the same direction, in
 * widths of an eye. A head turned to one side with the eyes to the camera is told by the pose.
 */
final class Gaze {

    private static final class Parameters {
        static final Scale OFF_MIDDLE = new Scale(0.02, 0.12, 0.25);
        // why: lids hide the height of an iris, so it counts less
        static final double VERTICAL_WEIGHT = 0.6;
        static final double NEUTRAL_ABOVE = 0.1;
        // why: in an eye that is nearly shut there is no iris to be found
        static final double LEAST_OPENING = 0.12;
    }

    private Gaze() {}

    static Finding lookingAway(PortraitSheet sheet) {
        Iris right = Iris.of(sheet.rightEye(), sheet.colours());
        Iris left = Iris.of(sheet.leftEye(), sheet.colours());
        Openness openness = sheet.face().openness();
        if (Math.min(openness.rightEye(), openness.leftEye()) < Parameters.LEAST_OPENING) {
            return Parameters.OFF_MIDDLE.judge(Double.NaN);
        }
        // why: the outer corner is on the left of the right eye and on the right of the left eye
        double across = together(right.along() - 0.5, 0.5 - left.along());
        double above =
                together(
                        right.above() - Parameters.NEUTRAL_ABOVE,
                        left.above() - Parameters.NEUTRAL_ABOVE);
        return Parameters.OFF_MIDDLE.judge(Math.hypot(across, Parameters.VERTICAL_WEIGHT * above));
    }

    /** Eyes move together; where they seem not to, one of the irises was not found. */
    private static double together(double right, double left) {
        return right * left <= 0 ? 0 : Math.min(Math.abs(right), Math.abs(left));
    }
}
