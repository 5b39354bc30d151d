package dev.selfsame.engine.liveness;

/** Why a frame was not used. */
public enum FrameProblem {
    /** No JPEG, or one that cannot be decoded. */
    UNREADABLE,
    /** Longer than 512 kB, or a side longer than 1920 pixels. */
    TOO_LARGE,
    /** The shorter side has less than 240 pixels. */
    TOO_SMALL,
    /** Not later than the frame before. */
    OUT_OF_ORDER,
    /** So soon after the frame before that it is not looked at. */
    TOO_SOON
}
