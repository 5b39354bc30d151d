package dev.selfsame.server.problem;

/** What kind of failure it is; each API translates a kind into its own wire error. */
public enum ProblemKind {
    /** The request contradicts its contract. */
    INVALID_REQUEST,
    /** The request is well formed, but its picture cannot be used. */
    UNUSABLE_PICTURE,
    /** A key is needed and none that is known was sent. */
    UNAUTHENTICATED,
    /** The key is known and does not allow this. */
    FORBIDDEN,
    /** What the request names does not exist. */
    NOT_FOUND,
    /** The request does not fit what is going on; it may fit later, or never. */
    CONFLICT,
    /** The request or one part of it is larger than allowed. */
    TOO_LARGE,
    /** Too much work is waiting already; the same request can succeed later. */
    BUSY,
    /** The server cannot work now, whatever the request is. */
    UNAVAILABLE
}
