package dev.selfsame.server.cli;

import java.util.Locale;

/** A false match rate in words: {@code 1 in 2.3 million}. */
final class Odds {

    private static final String[] NAMES = {
        "million", "billion", "trillion", "quadrillion", "quintillion"
    };

    private Odds() {}

    /** Two digits are kept; more would be more than a calibration knows. */
    static String of(double fmr) {
        double times = 1 / fmr;
        double rounded = twoDigits(times);
        if (rounded < 10) {
            return "1 in " + number(rounded);
        }
        if (rounded < 1e6) {
            return String.format(Locale.ROOT, "1 in %,.0f", rounded);
        }
        int name = 0;
        double scaled = rounded / 1e6;
        while (twoDigits(scaled) >= 1000 && name < NAMES.length - 1) {
            scaled /= 1000;
            name++;
        }
        return "1 in " + number(twoDigits(scaled)) + " " + NAMES[name];
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
