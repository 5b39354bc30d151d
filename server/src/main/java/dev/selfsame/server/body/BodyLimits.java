package dev.selfsame.server.body;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Duration;
import java.util.Objects;

/**
 * What a body may cost before anybody looks into it.
 *
 * @param maxBytes the whole body, at least 1
 * @param timeout longest time from the first byte to the last, at least 1 s
 */
public record BodyLimits(long maxBytes, Duration timeout) {

    public BodyLimits {
        Objects.requireNonNull(timeout, "timeout");
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "selfsame.uploads.max-body-bytes: "
                            + maxBytes
                            + " (expected: 1.."
                            + Integer.MAX_VALUE
                            + ")");
        }
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "selfsame.uploads.timeout: " + timeout + " (expected: >= 1s)");
        }
    }

    /**
     * Refuses a body by what its sender says about it.
     *
     * @param contentLength bytes announced, -1 where not known
     * @throws Problem {@code TOO_LARGE}
     */
    public void check(long contentLength) {
        if (contentLength > maxBytes) {
            throw tooLarge();
        }
    }

    Problem tooLarge() {
        return new Problem(
                ProblemKind.TOO_LARGE, "the request is larger than " + maxBytes + " bytes");
    }
}
