package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

/**
 * From which false match rate on two samples are taken for the same person or finger.
 *
 * @param faceFmr 1e-9..0.1, null for the server's own
 * @param fingerFmr 1e-9..0.1, null for the server's own
 */
public record MatchingRules(@Nullable Double faceFmr, @Nullable Double fingerFmr) {

    /** What the server does by itself. */
    public static final MatchingRules SERVER = new MatchingRules(null, null);

    private static final double RAREST = 1e-9;
    private static final double MOST_FREQUENT = 0.1;

    public MatchingRules {
        check("face-fmr", faceFmr);
        check("finger-fmr", fingerFmr);
    }

    private static void check(String name, @Nullable Double fmr) {
        // why so: it refuses NaN too
        if (fmr != null && !(fmr >= RAREST && fmr <= MOST_FREQUENT)) {
            throw new IllegalArgumentException(name + ": " + fmr + " (expected: 1e-9..0.1)");
        }
    }
}
