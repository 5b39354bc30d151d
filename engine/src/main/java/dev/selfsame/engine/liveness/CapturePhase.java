package dev.selfsame.engine.liveness;

/** How far a capture has come. */
public enum CapturePhase {
    /** The user is led to a good place in front of the camera. */
    POSITIONING,
    /** The frames that count are being taken. */
    CHALLENGE,
    /** Nothing more is needed; further frames are ignored. */
    COMPLETE
}
