package dev.selfsame.client;

import java.time.Duration;
import java.util.Objects;

/**
 * When to try again, and when to give up.
 *
 * @param attempts how often a request is sent at most, 1..100; 1 is never again
 * @param totalTime the longest that a call may take, waiting included; more than nothing
 */
public record RetryRules(int attempts, Duration totalTime) {

    private static final int MOST_ATTEMPTS = 100;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Five attempts in half a minute. */
    // why after the limits: its constructor looks at them
    public static final RetryRules DEFAULT = new RetryRules(5, Duration.ofSeconds(30));

    /** Checks the ranges. */
    public RetryRules {
        Objects.requireNonNull(totalTime, "totalTime");
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: 1..100)");
        }
        if (!totalTime.isPositive() || totalTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "totalTime: " + totalTime + " (expected: more than 0, at most a day)");
        }
    }
}
