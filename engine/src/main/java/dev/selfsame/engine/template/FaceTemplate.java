package dev.selfsame.engine.template;

import java.util.Objects;

/**
 * A face as a vector of small integers. Shares its array: hot path, treat it as read-only.
 *
 * @param mode 1..32 characters of A-Z, 0-9 and _
 * @param modeVersion 1..255
 * @param vector 1..460 signed bytes; what a step means is the mode's business
 */
public record FaceTemplate(String mode, int modeVersion, byte[] vector) implements Template {

    /** Longest vector that still fits 512 bytes with its frame. */
    public static final int MAX_LENGTH = 460;

    public FaceTemplate {
        TemplateFrame.checkMode(mode, modeVersion);
        Objects.requireNonNull(vector, "vector");
        if (vector.length < 1 || vector.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "vector: " + vector.length + " (expected: 1.." + MAX_LENGTH + ")");
        }
    }
}
