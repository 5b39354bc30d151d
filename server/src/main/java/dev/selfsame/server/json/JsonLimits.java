package dev.selfsame.server.json;

import dev.selfsame.server.body.BodyLimits;

import java.util.Objects;

/**
 * What a body of JSON may cost.
 *
 * @param body the whole body
 * @param maxFileBytes one picture after base64, at least 1
 */
public record JsonLimits(BodyLimits body, long maxFileBytes) {

    public JsonLimits {
        Objects.requireNonNull(body, "body");
        if (maxFileBytes < 1) {
            throw new IllegalArgumentException(
                    "selfsame.engine.max-image-bytes: " + maxFileBytes + " (expected: >= 1)");
        }
    }
}
