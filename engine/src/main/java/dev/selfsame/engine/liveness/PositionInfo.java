package dev.selfsame.engine.liveness;

/** What the user should do next; left and right are the user's own, as in a looking-glass. */
public enum PositionInfo {
    GOOD,
    MOVE_BACK_INTO_FRAME,
    CENTER_MOVE_BACKWARDS,
    CENTER_MOVE_FORWARDS,
    CENTER_TURN_RIGHT,
    CENTER_TURN_LEFT,
    CENTER_ROTATE_UP,
    CENTER_ROTATE_DOWN,
    MOVING_TOO_FAST,
    CENTER_TILT_RIGHT,
    CENTER_TILT_LEFT,
    MOVE_DARKER_AREA,
    MOVE_BRIGHTER_AREA,
    STAND_STILL,
    OPEN_EYES,
    CENTER_MOVE_LEFT,
    CENTER_MOVE_RIGHT,
    CENTER_MOVE_UP,
    CENTER_MOVE_DOWN,
    UNKNOWN
}
