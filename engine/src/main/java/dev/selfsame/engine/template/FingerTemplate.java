package dev.selfsame.engine.template;

import java.util.Objects;

/**
 * A fingerprint as the matcher's own serialised minutiae. Shares its array, treat it as read-only.
 *
 * @param mode 1..32 characters of A-Z, 0-9 and _
 * @param modeVersion 1..255
 * @param minutiae serialised by the matcher named by the mode, 1..65,000 bytes
 */
public record FingerTemplate(String mode, int modeVersion, byte[] minutiae) implements Template {

    /** Longest serialised form. */
    public static final int MAX_LENGTH = 65_000;

    public FingerTemplate {
        TemplateFrame.checkMode(mode, modeVersion);
        Objects.requireNonNull(minutiae, "minutiae");
        if (minutiae.length < 1 || minutiae.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "minutiae: " + minutiae.length + " (expected: 1.." + MAX_LENGTH + ")");
        }
    }
}
