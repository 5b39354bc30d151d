package dev.selfsame.server.cli;

import java.util.Locale;

/** A false match rate in words: {@code 1 in 2.3 million}. */
final class Odds {

    /** Where the calibration of faces, the longer reaching one, ends to rest on counts. */
    private static final double LEAST_COUNTED = 1 / 3e6;

    private Odds() {}

    /** Two digits are kept; more would be more than a calibration knows. */
    static String of(double fmr) {
        if (fmr < LEAST_COUNTED) {
            return "rarer than 1 in 3 million";
        }
        double rounded = twoDigits(1 / fmr);
        if (rounded < 10) {
            return "1 in " + number(rounded);
        }
        return rounded < 1e6
                ? String.format(Locale.ROOT, "1 in %,.0f", rounded)
                : "1 in " + number(twoDigits(rounded / 1e6)) + " million";
    }

    private static double twoDigits(double number) {
        double step = Math.pow(10, Math.floor(Math.log10(number) + 1e-12) - 1);
        return Math.round(number / step) * step;
    }

    private static String number(double number) {
        boolean whole = number >= 10 || Math.abs(number - Math.rint(number)) < 1e-9;
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", number);
    }
}
