package dev.selfsame.engine.calibration;

/**
 * Errors among trials, and what that says of the rate behind them.
 *
 * <p>The interval is Wilson's score interval for independent trials. Pairs made of a few pictures
 * are not independent (one bad picture fails in all its pairs), so the true interval is wider;
 * count people, not pairs, before trusting a digit.
 *
 * @param errors 0..trials
 * @param trials not negative
 */
public record ErrorCount(long errors, long trials) {

    /** Normal quantile of a two-sided interval of 95 per cent. */
    private static final double Z = 1.959963984540054;

    public ErrorCount {
        if (trials < 0 || errors < 0 || errors > trials) {
            throw new IllegalArgumentException(
                    "errors: " + errors + " of " + trials + " (expected: 0 <= errors <= trials)");
        }
    }

    /** Share of errors 0..1; NaN without trials. */
    public double rate() {
        return (double) errors / trials;
    }

    /** Lower end of the 95 per cent interval; 0 without trials. */
    public double low95() {
        return errors == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    /** Upper end of the 95 per cent interval; 1 without trials. */
    public double high95() {
        return errors == trials ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (errors + Z * Z / 2) / (trials + Z * Z);
    }

    private double halfWidth() {
        double n = trials;
        double p = rate();
        return Z * Math.sqrt(n * p * (1 - p) + Z * Z / 4) / (n + Z * Z);
    }
}
