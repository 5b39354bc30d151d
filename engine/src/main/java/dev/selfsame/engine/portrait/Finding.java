package dev.selfsame.engine.portrait;

/**
 * What came of one requirement.
 *
 * @param confidence 0..100 that the requirement is met; a steadily falling function of how much of
 *     the fault is measured
 * @param measured the value behind it, in the unit of its measurement; NaN where nothing could be
 *     measured
 */
public record Finding(int confidence, double measured) {

    /** From here on a requirement counts as met. */
    public static final int CONFORMED_FROM = 50;

    static final Finding IMPOSSIBLE = new Finding(0, Double.NaN);

    public Finding {
        if (confidence < 0 || confidence > 100) {
            throw new IllegalArgumentException("confidence: " + confidence + " (expected: 0..100)");
        }
    }

    /** Whether the requirement is met. */
    public boolean conformed() {
        return confidence >= CONFORMED_FROM;
    }

    /** This one or the other, whichever is worse. */
    Finding or(Finding other) {
        return other.confidence < confidence ? other : this;
    }
}
