package dev.selfsame.server.multipart;

import java.time.Duration;
import java.util.Objects;

/**
 * What a body may cost.
 *
 * @param maxBodyBytes the whole body, at least 1
 * @param maxFileBytes one picture, at least 1
 * @param maxTextBytes one value, 1..16 MiB
 * @param maxParts parts in a body, 1..1000, unknown ones included
 * @param timeout longest time from the first byte of a body to its last, at least 1 s
 */
public record MultipartLimits(
        long maxBodyBytes, long maxFileBytes, int maxTextBytes, int maxParts, Duration timeout) {

    public MultipartLimits {
        Objects.requireNonNull(timeout, "timeout");
        check("selfsame.uploads.max-body-bytes", maxBodyBytes, Integer.MAX_VALUE);
        check("selfsame.engine.max-image-bytes", maxFileBytes, Integer.MAX_VALUE);
        check("selfsame.uploads.max-text-bytes", maxTextBytes, 16 << 20);
        check("selfsame.uploads.max-parts", maxParts, 1000);
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "selfsame.uploads.timeout: " + timeout + " (expected: >= 1s)");
        }
    }

    private static void check(String name, long value, long max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1.." + max + ")");
        }
    }
}
