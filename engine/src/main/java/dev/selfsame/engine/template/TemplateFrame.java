package dev.selfsame.engine.template;

import java.util.Objects;
import java.util.regex.Pattern;

/** The names that every template carries. */
final class TemplateFrame {

    private static final Pattern MODE = Pattern.compile("[A-Z0-9_]{1,32}");

    private TemplateFrame() {}

    static void checkMode(String mode, int modeVersion) {
        Objects.requireNonNull(mode, "mode");
        if (!MODE.matcher(mode).matches()) {
            throw new IllegalArgumentException("mode: " + mode + " (expected: " + MODE + ")");
        }
        if (modeVersion < 1 || modeVersion > 255) {
            throw new IllegalArgumentException(
                    "modeVersion: " + modeVersion + " (expected: 1..255)");
        }
    }
}
