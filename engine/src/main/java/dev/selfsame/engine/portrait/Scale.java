package dev.selfsame.engine.portrait;

/**
 * From a measured value to a confidence: 100 at the ideal and beyond, 50 at the limit, 0 at the
 * worst and beyond, straight in between. The ideal may be the smallest or the largest value.
 *
 * @param ideal nothing at all is wrong
 * @param limit the last value that conforms
 * @param worst nothing is right
 */
record Scale(double ideal, double limit, double worst) {

    private static final int UNDECIDED = 50;

    Scale {
        if (!((ideal < limit && limit < worst) || (ideal > limit && limit > worst))) {
            throw new IllegalArgumentException(
                    "scale: %s, %s, %s (expected: in order)".formatted(ideal, limit, worst));
        }
    }

    /** What cannot be measured, NaN, is neither held against the picture nor praised. */
    Finding judge(double value) {
        return new Finding(Double.isNaN(value) ? UNDECIDED : confidence(value), value);
    }

    private int confidence(double value) {
        double beyond = (value - limit) / (worst - limit);
        double left = (limit - value) / (limit - ideal);
        // why: rounded down, so that 50 is never reached from the wrong side of the limit
        double confidence = beyond > 0 ? 50 - 50 * beyond : 50 + 50 * left;
        return (int) Math.floor(Math.clamp(confidence, 0.0, 100.0));
    }
}
