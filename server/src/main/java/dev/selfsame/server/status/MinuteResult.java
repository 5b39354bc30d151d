package dev.selfsame.server.status;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Whether a part worked in a minute.
 *
 * @param day in UTC
 * @param minute of the day, 0..1439
 */
public record MinuteResult(LocalDate day, int minute, Part part, boolean passed)
        implements Comparable<MinuteResult> {

    /** Oldest first; then by part, so that two servers wait for each other at most once. */
    private static final Comparator<MinuteResult> ORDER =
            Comparator.comparing(MinuteResult::day)
                    .thenComparingInt(MinuteResult::minute)
                    .thenComparing(MinuteResult::part)
                    .thenComparing(MinuteResult::passed);

    private static final int MINUTES = 24 * 60;

    public MinuteResult {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(part, "part");
        if (minute < 0 || minute >= MINUTES) {
            throw new IllegalArgumentException("minute: " + minute + " (expected: 0..1439)");
        }
    }

    @Override
    public int compareTo(MinuteResult other) {
        return ORDER.compare(this, other);
    }
}
