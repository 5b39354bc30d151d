package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.HeadPose;
import dev.selfsame.engine.face.LocatedFace;

import org.jspecify.annotations.Nullable;

/** What to tell the user about where the face is and how it is lit. */
final class Guide {

    /** Where guidance begins; chosen so that people in front of a laptop or phone get along. */
    private static final class Parameters {
        static final double LEAST_INTER_EYE_PIXELS = 30;
        static final double MOST_OFF_CENTRE = 0.2;
        static final double MOST_ROLL_DEGREES = 20;
        static final double MOST_YAW_DEGREES = 20;
        static final double MOST_PITCH_DEGREES = 20;
        static final double LEAST_LUMA = 45;
        static final double MOST_LUMA = 225;
        static final double MOST_BLOWN = 0.35;
        static final double CLOSED_EYES = 0.09;
        // why: distances of the eyes a second; talking and breathing stay below 0.5
        static final double FAST = 2.5;
    }

    private Guide() {}

    /**
     * @param before the frame before, null for the first one
     * @param straight whether the head should look straight ahead
     */
    static PositionInfo advice(
            Sighting now, @Nullable Sighting before, SizeRange wanted, boolean straight) {
        PositionInfo place = place(now, wanted);
        if (place != PositionInfo.GOOD) {
            return place;
        }
        PositionInfo light = light(now.light());
        if (light != PositionInfo.GOOD) {
            return light;
        }
        PositionInfo pose = straight ? pose(now.face().face()) : PositionInfo.GOOD;
        if (pose != PositionInfo.GOOD) {
            return pose;
        }
        return before != null && speed(now, before) > Parameters.FAST
                ? PositionInfo.MOVING_TOO_FAST
                : PositionInfo.GOOD;
    }

    static boolean tooSmall(Sighting now, SizeRange wanted) {
        return now.size() < wanted.least()
                || now.interEyePixels() * now.reduction() < Parameters.LEAST_INTER_EYE_PIXELS;
    }

    private static PositionInfo place(Sighting now, SizeRange wanted) {
        if (now.size() > wanted.most()) {
            return PositionInfo.CENTER_MOVE_BACKWARDS;
        }
        if (tooSmall(now, wanted)) {
            return PositionInfo.CENTER_MOVE_FORWARDS;
        }
        double across = (now.box().x() + now.box().width() / 2) / now.frameWidth() - 0.5;
        double down = (now.box().y() + now.box().height() / 2) / now.frameHeight() - 0.5;
        if (Math.abs(across) > Parameters.MOST_OFF_CENTRE) {
            // why: the left of the frame is the user's right
            return across < 0 ? PositionInfo.CENTER_MOVE_LEFT : PositionInfo.CENTER_MOVE_RIGHT;
        }
        if (Math.abs(down) > Parameters.MOST_OFF_CENTRE) {
            return down < 0 ? PositionInfo.CENTER_MOVE_DOWN : PositionInfo.CENTER_MOVE_UP;
        }
        return PositionInfo.GOOD;
    }

    private static PositionInfo light(Light light) {
        if (light.mean() > Parameters.MOST_LUMA || light.blown() > Parameters.MOST_BLOWN) {
            return PositionInfo.MOVE_DARKER_AREA;
        }
        return light.mean() < Parameters.LEAST_LUMA
                ? PositionInfo.MOVE_BRIGHTER_AREA
                : PositionInfo.GOOD;
    }

    private static PositionInfo pose(LocatedFace face) {
        HeadPose pose = face.pose();
        if (Math.abs(pose.rollDegrees()) > Parameters.MOST_ROLL_DEGREES) {
            return pose.rollDegrees() > 0
                    ? PositionInfo.CENTER_TILT_RIGHT
                    : PositionInfo.CENTER_TILT_LEFT;
        }
        if (Math.abs(pose.yawDegrees()) > Parameters.MOST_YAW_DEGREES) {
            return pose.yawDegrees() > 0
                    ? PositionInfo.CENTER_TURN_RIGHT
                    : PositionInfo.CENTER_TURN_LEFT;
        }
        if (Math.abs(pose.pitchDegrees()) > Parameters.MOST_PITCH_DEGREES) {
            return pose.pitchDegrees() > 0
                    ? PositionInfo.CENTER_ROTATE_UP
                    : PositionInfo.CENTER_ROTATE_DOWN;
        }
        return Math.max(face.openness().rightEye(), face.openness().leftEye())
                        < Parameters.CLOSED_EYES
                ? PositionInfo.OPEN_EYES
                : PositionInfo.GOOD;
    }

    /** Distances of the eyes a second. */
    private static double speed(Sighting now, Sighting before) {
        return now.movedFrom(before) * 1000 / Math.max(1, now.millis() - before.millis());
    }
}
