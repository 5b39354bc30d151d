package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

/**
 * What one check measured on a capture.
 *
 * @param name of the sign
 * @param value as measured; the fusion knows what it means
 * @param conviction why the capture cannot succeed whatever else speaks for it, null if it can
 * @param reason what to say where this sign tips the balance
 */
record Finding(String name, double value, @Nullable Diagnostic conviction, Diagnostic reason) {

    static Finding of(String name, double value, Diagnostic reason) {
        return new Finding(name, value, null, reason);
    }

    static Finding convicting(String name, double value, boolean guilty, Diagnostic reason) {
        return new Finding(name, value, guilty ? reason : null, reason);
    }
}
