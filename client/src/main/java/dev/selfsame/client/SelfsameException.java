package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/**
 * A call that brought no answer that can be used. What is a normal answer, such as a person who
 * does not match, is a result and never this. Carries neither keys nor what was sent.
 */
public final class SelfsameException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int status;
    private final @Nullable String errorId;
    private final @Nullable String detail;

    /** What to do about it depends on this. */
    public enum Kind {
        /** The server answered with an error: see {@link #status} and {@link #detail}. */
        REFUSED,
        /** No connection: the request did not arrive. */
        UNREACHABLE,
        /**
         * No answer, or none in time: the server may have done what it was asked for, or not, and
         * may still be at it.
         */
        NO_ANSWER,
        /** An answer that is not what the contract says, or larger than is allowed. */
        UNUSABLE_ANSWER,
        /** A signature that does not prove who made an answer. */
        UNTRUSTED,
        /** The thread was interrupted, or the client closed; as for NO_ANSWER, all is possible. */
        INTERRUPTED
    }

    private SelfsameException(
            Kind kind,
            String message,
            int status,
            @Nullable String errorId,
            @Nullable String detail,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.errorId = errorId;
        this.detail = detail;
    }

    static SelfsameException of(Kind kind, String message, @Nullable Throwable cause) {
        return new SelfsameException(kind, message, 0, null, null, cause);
    }

    static SelfsameException unusable(String why) {
        return of(Kind.UNUSABLE_ANSWER, "the answer cannot be used: " + why, null);
    }

    static SelfsameException refused(
            int status, @Nullable String errorId, @Nullable String detail) {
        String message =
                "the server answered "
                        + status
                        + (detail == null ? "" : ": " + detail)
                        + (errorId == null ? "" : " (id " + errorId + ")");
        return new SelfsameException(Kind.REFUSED, message, status, errorId, detail, null);
    }

    /** What kind of failure this is. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status of the error, 0 where there is none. */
    public int status() {
        return status;
    }

    /** Under what the server's log knows the request, null where the server did not say. */
    public @Nullable String errorId() {
        return errorId;
    }

    /**
     * What the server says of it, null where it says nothing. Of the Multibiometrics API these are
     * the fixed texts of its contract, such as {@code Person not found}; elsewhere they are for
     * people and may change.
     */
    public @Nullable String detail() {
        return detail;
    }
}
