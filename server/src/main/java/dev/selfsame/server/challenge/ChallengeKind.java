package dev.selfsame.server.challenge;

/** Where the frames come from; a session has at most one challenge of each kind. */
public enum ChallengeKind {
    /** A camera, live. */
    CAPTURE,
    /** A recording that a program made and sent in one piece. */
    REPLAY
}
