package dev.selfsame.server.tenant;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.util.Objects;

/**
 * How keys are checked.
 *
 * @param recheckAfter how long a key is trusted without asking the store again, 0..60 s; bounds how
 *     long a revocation by another process takes
 */
public record ApiKeyOptions(
        @Setting(
                        meaning =
                                "how long a key is trusted before the database is asked again, and"
                                    + " so how long it works after `keys revoke` at most; with 0s"
                                    + " every request asks, and a revocation works at once",
                        range = "0s..60s")
                Duration recheckAfter) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    public ApiKeyOptions {
        Objects.requireNonNull(recheckAfter, "recheck-after");
        if (recheckAfter.isNegative() || recheckAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "selfsame.api-keys.recheck-after: " + recheckAfter + " (expected: 0s..60s)");
        }
    }
}
