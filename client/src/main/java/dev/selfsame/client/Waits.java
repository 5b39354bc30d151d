package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * How long to wait before the next attempt: what the server asked for and a little more, or else a
 * random time from nothing to a bound that doubles (M. Brooker, "Exponential Backoff And Jitter",
 * AWS Architecture Blog, 2015). Clients that were sent away together so do not come back together.
 */
final class Waits {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LEAST_SPREAD = Duration.ofMillis(100);
    // why nine digits: what is longer than thirty years is no time to wait for
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final RandomGenerator random;

    Waits(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * The wait after so many failures.
     *
     * @param failures at least 1
     * @param asked for by the server, null where it did not ask
     */
    Duration after(int failures, @Nullable Duration asked) {
        if (asked == null) {
            return upTo(bound(failures));
        }
        Duration half = asked.dividedBy(2);
        Duration spread = half.compareTo(LONGEST) < 0 ? half : LONGEST;
        return asked.plus(upTo(spread.compareTo(LEAST_SPREAD) > 0 ? spread : LEAST_SPREAD));
    }

    /**
     * The value of the header Retry-After (RFC 9110, 10.2.3): seconds or a date; empty where it is
     * neither.
     */
    static Optional<Duration> asked(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bound(int failures) {
        Duration bound = FIRST;
        for (int i = 1; i < failures && bound.compareTo(LONGEST) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
    }

    private Duration upTo(Duration bound) {
        return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
    }
}
