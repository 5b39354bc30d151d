package dev.selfsame.engine.liveness;

/** How a capture ended. */
public enum Outcome {
    /** A live person, and a usable best picture. */
    SUCCESS,
    /** The user did not do what was asked, was not alone, or no picture is usable. */
    FAILED,
    /** A presentation attack (ISO/IEC 30107-1). */
    SPOOF
}
