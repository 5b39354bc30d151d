package dev.selfsame.client;

import java.util.Objects;

/**
 * An answer, and the very text that it was read from: signatures are over its bytes, so JSON that
 * was parsed and written again does not do. Keep the text where the signature is to be evidence.
 *
 * @param value what the text says
 * @param json the text as it was answered, in UTF-8 on the wire; with its signature, unless the
 *     server was asked for none
 */
public record Signed<T>(T value, String json) {

    /** Checks that both are there. */
    public Signed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(json, "json");
    }

    // why: the text holds templates, which belong in no log
    @Override
    public String toString() {
        return "Signed[" + value + "]";
    }
}
