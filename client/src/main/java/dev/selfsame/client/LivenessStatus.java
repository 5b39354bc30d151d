package dev.selfsame.client;

/** How far a liveness check is, and how it ended. */
public enum LivenessStatus {
    /** Nothing came yet. */
    INITIALIZED,
    /** Frames are taken or judged. */
    IN_PROGRESS,
    /** A live person, with a picture of the face. */
    SUCCESS,
    /** What was asked was not done. */
    FAILED,
    /** A picture, a screen or another thing that is no live person. */
    SPOOF,
    /** It took too long. */
    TIMEOUT,
    /** The server could not decide. */
    ERROR;

    /** Whether this is how it stays. */
    public boolean isFinal() {
        return this != INITIALIZED && this != IN_PROGRESS;
    }
}
