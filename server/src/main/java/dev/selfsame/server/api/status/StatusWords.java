package dev.selfsame.server.api.status;

import dev.selfsame.server.status.PartState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them. */
final class StatusWords {

    /** Stands where nothing was measured. */
    static final String NONE = "–";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK);
    private static final int MILLIS = 1000;
    private static final int TWO_DIGITS = 100;

    private StatusWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** With two digits that count, as more are not known. */
    static String duration(@Nullable Duration time) {
        if (time == null) {
            return NONE;
        }
        long millis = Math.max(1, time.toMillis());
        if (millis < MILLIS) {
            long unit = millis < TWO_DIGITS ? 1 : 10;
            return Math.round((double) millis / unit) * unit + "\u00a0ms";
        }
        return String.format(Locale.ROOT, "%.1f\u00a0s", millis / (double) MILLIS);
    }

    /** Of something good, so never rounded up to all of it. */
    static String availability(@Nullable Double share) {
        if (share == null) {
            return NONE;
        }
        return share >= 1
                ? "100\u00a0%"
                : String.format(Locale.ROOT, "%.2f\u00a0%%", Math.floor(share * 1e4) / 1e2);
    }

    /** Of something bad, so never rounded down to none of it. */
    static String errors(@Nullable Double share) {
        if (share == null) {
            return NONE;
        }
        return share == 0
                ? "0\u00a0%"
                : share < 1e-4
                        ? "under 0.01\u00a0%"
                        : String.format(Locale.ROOT, "%.2f\u00a0%%", share * 1e2);
    }

    static String state(PartState state) {
        return switch (state) {
            case UP -> "works";
            case DOWN -> "does not work";
            case UNKNOWN -> "not known";
        };
    }

    /** The name of a style. */
    static String style(PartState state) {
        return switch (state) {
            case UP -> "good";
            case DOWN -> "bad";
            case UNKNOWN -> "plain";
        };
    }
}
