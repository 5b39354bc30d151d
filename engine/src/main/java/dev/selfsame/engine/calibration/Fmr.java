package dev.selfsame.engine.calibration;

/**
 * A calibrated comparison result: the share of comparisons of different people that would look at
 * least this similar (false match rate, ISO/IEC 19795-1). Small means alike.
 *
 * @param value 1e-17..1; the smallest value that the wire scale can state
 */
public record Fmr(double value) implements Comparable<Fmr> {

    /** The least FMR ever stated, 1e-15 per cent. */
    public static final double SMALLEST = 1e-17;

    public Fmr {
        if (!(value >= SMALLEST && value <= 1)) {
            throw new IllegalArgumentException(
                    "value: " + value + " (expected: " + SMALLEST + "..1)");
        }
    }

    /** Clamps into the range that can be stated; NaN is not accepted. */
    public static Fmr clamped(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value: NaN (expected: a number)");
        }
        return new Fmr(Math.clamp(value, SMALLEST, 1));
    }

    /**
     * Score of the Biometric Services scale: {@code 1500 - 500 * log10(fmr)}; 3500 is 1 in 10,000.
     */
    public double score() {
        return ScoreScale.scoreOf(value);
    }

    /** False acceptance rate in per cent, 1e-15..100. */
    public double percent() {
        return Math.clamp(value * 100, 1e-15, 100);
    }

    @Override
    public int compareTo(Fmr other) {
        return Double.compare(value, other.value);
    }
}
