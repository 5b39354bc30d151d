package dev.selfsame.engine.matching;

import dev.selfsame.engine.calibration.Fmr;

import java.util.List;

/**
 * One result from several independent comparisons with the same claimed person, such as of several
 * fingers.
 *
 * <p>The product of the false match rates is the test statistic, which adds their logarithms
 * (Fisher's method: R. A. Fisher, Statistical Methods for Research Workers, 4th ed. 1932, section
 * 21.1; A. Jain, K. Nandakumar, A. Ross, "Score normalization in multimodal biometric systems",
 * Pattern Recognition 38, 2005, on joining calibrated rates). For a stranger each rate is uniform
 * on 0..1, and the chance that the product of k of them is x or less is {@code x * sum over i < k
 * of (-ln x)^i / i!}: the distribution of minus the logarithm is Erlang's. That chance is the fused
 * rate.
 *
 * <p>It holds where a stranger's comparisons do not depend on each other and each rate is at least
 * what it states. Two pictures of the same finger are not independent; two fingers of one hand
 * nearly are. A finger that says nothing must be left out or stand for 1, which costs: it makes the
 * others weigh less.
 */
public final class Fusion {

    private Fusion() {}

    /**
     * The chance that a stranger is at least this similar in all parts together; does not depend on
     * their order, and of one part is that part.
     *
     * @param parts one or more
     */
    public static Fmr fused(List<Fmr> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: 0 (expected: at least 1)");
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        // why sorted: sums of doubles depend on their order in the last digit
        double minusLog =
                parts.stream()
                        .mapToDouble(Fmr::value)
                        .sorted()
                        .map(value -> -Math.log(value))
                        .sum();
        double term = 1;
        double sum = 1;
        for (int i = 1; i < parts.size(); i++) {
            term *= minusLog / i;
            sum += term;
        }
        return Fmr.clamped(Math.exp(-minusLog) * sum);
    }
}
