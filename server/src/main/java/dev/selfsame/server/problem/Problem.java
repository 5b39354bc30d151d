package dev.selfsame.server.problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A failure that its caller may read about. The message is sent out as it is: one sentence, no
 * personal data, nothing about the inside of the server.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemKind kind;
    private final String message;
    private final @Nullable Duration retryAfter;

    public Problem(ProblemKind kind, String message) {
        this(kind, message, null, null);
    }

    public Problem(ProblemKind kind, String message, Throwable cause) {
        this(kind, message, cause, null);
    }

    private Problem(
            ProblemKind kind,
            String message,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        // why no stack trace: it is an answer, often to somebody hostile, and must cost little
        super(Objects.requireNonNull(message, "message"), cause, false, false);
        this.message = message;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    /** The server has too much to do; {@code retryAfter} says when another try is worth it. */
    public static Problem busy(Duration retryAfter) {
        return new Problem(
                ProblemKind.BUSY,
                "the server is busy; send the request again after the time in Retry-After",
                null,
                Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** Too much failed; {@code wait} says when another try is taken. */
    public static Problem tooManyAttempts(Duration wait) {
        // why rounded up: who comes back after it must not be early
        Duration seconds = Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
        return new Problem(
                ProblemKind.BUSY,
                "too many attempts failed; wait " + seconds.toSeconds() + " seconds",
                null,
                seconds);
    }

    /** What its caller may read. */
    @Override
    public String getMessage() {
        return message;
    }

    public ProblemKind kind() {
        return kind;
    }

    /** When to try again, present for {@link ProblemKind#BUSY} alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
