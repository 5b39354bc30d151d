package dev.selfsame.engine.liveness;

/**
 * Where a target is on a screen that mirrors its user like a looking-glass: {@code L} is the user's
 * own left, {@code T} is up.
 */
public enum TargetPosition {
    T(0, -1),
    TL(-1, -1),
    TR(1, -1),
    L(-1, 0),
    R(1, 0),
    B(0, 1),
    BL(-1, 1),
    BR(1, 1);

    private final int right;
    private final int down;

    TargetPosition(int right, int down) {
        this.right = right;
        this.down = down;
    }

    /** Direction from the middle of the screen, clockwise from its right side, -pi..pi. */
    double radians() {
        return Math.atan2(down, right);
    }
}
