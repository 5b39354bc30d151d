package dev.selfsame.server.multipart;

import dev.selfsame.server.body.BodyLimits;

import java.util.Objects;

/**
 * What a body may cost.
 *
 * @param body the whole body
 * @param maxFileBytes one picture, at least 1
 * @param maxTextBytes one value, 1..16 MiB
 * @param maxParts parts in a body, 1..1000, unknown ones included
 */
public record MultipartLimits(BodyLimits body, long maxFileBytes, int maxTextBytes, int maxParts) {

    public MultipartLimits {
        Objects.requireNonNull(body, "body");
        check("selfsame.engine.max-image-bytes", maxFileBytes, Integer.MAX_VALUE);
        check("selfsame.uploads.max-text-bytes", maxTextBytes, 16 << 20);
        check("selfsame.uploads.max-parts", maxParts, 1000);
    }

    private static void check(String name, long value, long max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1.." + max + ")");
        }
    }
}
