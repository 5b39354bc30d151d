package dev.selfsame.server.challenge;

/** How far a challenge is, and how it ended. */
public enum ChallengeStatus {
    /** Nobody has begun. */
    INITIALIZED,
    /** Frames are taken or judged. */
    IN_PROGRESS,
    /** A live person did what was asked, and a picture of the face is there. */
    SUCCESS,
    /** What was asked was not done. */
    FAILED,
    /** Something was shown that is no live person (a presentation attack). */
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
