package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

/**
 * What one check says about a capture.
 *
 * @param name of the check
 * @param logit log-likelihood ratio of an attack against a live person: positive speaks for an
 *     attack, 0 for neither
 * @param conviction why the capture cannot succeed whatever else speaks for it, null if it can
 * @param reason what to say where this check tips the balance
 */
record Finding(String name, double logit, @Nullable Diagnostic conviction, Diagnostic reason) {

    private static final double MOST = 12;

    Finding {
        logit = Math.clamp(logit, -MOST, MOST);
    }

    static Finding of(String name, double logit, Diagnostic reason) {
        return new Finding(name, logit, null, reason);
    }

    static Finding convicting(String name, boolean guilty, Diagnostic reason) {
        return new Finding(name, guilty ? MOST : 0, guilty ? reason : null, reason);
    }

    double score() {
        return 1 / (1 + Math.exp(-logit));
    }
}
