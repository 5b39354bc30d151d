package dev.selfsame.server.tenant;

import java.time.Duration;
import java.util.Objects;

/**
 * How keys are checked.
 *
 * @param recheckAfter how long a key is trusted without asking the store again, 0..60 s; bounds how
 *     long a revocation by another process takes
 */
public record ApiKeyOptions(Duration recheckAfter) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    public ApiKeyOptions {
        Objects.requireNonNull(recheckAfter, "recheck-after");
        if (recheckAfter.isNegative() || recheckAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "selfsame.api-keys.recheck-after: " + recheckAfter + " (expected: 0s..60s)");
        }
    }
}
