package dev.selfsame.server.person;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What repeated failed verifications of one person lead to (NIST SP 800-63B-4, 3.2.2 and 3.2.3): a
 * wait that doubles with every further failure.
 *
 * @param after failures in a row before the first wait, 0 for no lock-out, at most 1000
 * @param firstWait the first wait, 1 s..1 day
 * @param longestWait where doubling ends, not less than the first, at most 30 days
 */
public record LockOutOptions(
        @Setting(
                        meaning =
                                "failed verifications of one person in a row before the first wait;"
                                        + " 0 for none, as existing clients expect",
                        range = "0..1000",
                        unit = "failures")
                int after,
        @Setting(meaning = "the first wait; each further failure doubles it", range = "1s..1d")
                Duration firstWait,
        @Setting(meaning = "where doubling ends", range = "first-wait..30d") Duration longestWait) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public LockOutOptions {
        Objects.requireNonNull(firstWait, "firstWait");
        Objects.requireNonNull(longestWait, "longestWait");
        if (after < 0 || after > 1000) {
            throw new IllegalArgumentException(
                    "selfsame.person.lock-out.after: " + after + " (expected: 0..1000)");
        }
        check("first-wait", firstWait, SHORTEST, Duration.ofDays(1));
        check("longest-wait", longestWait, firstWait, Duration.ofDays(30));
    }

    boolean isOn() {
        return after > 0;
    }

    /**
     * When the wait after so many failures in a row ends; long ago if there is none.
     *
     * @param now when the last of them came
     * @param failures at least 1
     */
    public Instant endOfWait(Instant now, int failures) {
        // why not now: another attempt may have read its clock earlier, and come later
        return failures < after ? Instant.EPOCH : now.plus(wait(failures));
    }

    private Duration wait(int failures) {
        // why 22: doubled so often, a second is longer than any wait allowed
        long doubled = firstWait.toMillis() << Math.min(failures - after, 22);
        return Duration.ofMillis(Math.min(doubled, longestWait.toMillis()));
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "selfsame.person.lock-out."
                            + name
                            + ": "
                            + value
                            + " (expected: "
                            + least
                            + ".."
                            + most
                            + ")");
        }
    }
}
