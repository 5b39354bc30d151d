package dev.selfsame.server.callback;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential back-off with full jitter, that is a random
 * time from nothing to a bound that grows with every failure (M. Brooker, "Exponential Backoff And
 * Jitter", AWS Architecture Blog, 2015). Receivers that come back are so not called by all who
 * waited for them in the same moment.
 */
final class RetryWaits {

    /** why 4 and not 2: 8 attempts reach a second as well as half an hour. */
    private static final int GROWTH = 4;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    RetryWaits(Duration first, Duration longest, RandomGenerator random) {
        this.first = Objects.requireNonNull(first, "first");
        this.longest = Objects.requireNonNull(longest, "longest");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * The wait after so many failures.
     *
     * @param failures at least 1
     */
    Duration after(int failures) {
        return Duration.ofMillis(random.nextLong(bound(failures).toMillis() + 1));
    }

    /** The longest wait that can follow so many failures. */
    Duration bound(int failures) {
        Duration bound = first;
        for (int i = 1; i < failures && bound.compareTo(longest) < 0; i++) {
            bound = bound.multipliedBy(GROWTH);
        }
        return bound.compareTo(longest) < 0 ? bound : longest;
    }
}
