package dev.selfsame.engine.inference;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How the output of a network for presentation attack detection is read, and where "attack" begins.
 *
 * <p>The network's attack probability is the sum over {@code attackClasses} of its softmax, or with
 * the family {@code sigmoid} its one output (class 1) or one minus it (class 0). With weights the
 * score is the logistic function of {@code base + sum(weight * sign)}; without, it is the network's
 * probability.
 *
 * @param attackClasses indices of the outputs that mean an attack
 * @param logits whether the outputs are logits, not probabilities
 * @param threshold score 0..1 from which on a picture counts as an attack
 * @param base the logit where every sign is 0
 * @param weights sign name to its weight, or null for the network alone
 */
public record PadSpec(
        int[] attackClasses,
        boolean logits,
        double threshold,
        double base,
        @Nullable Map<String, Double> weights) {

    private static final int MOST_CLASSES = 1000;

    public PadSpec {
        attackClasses = attackClasses.clone();
        weights = weights == null ? null : Map.copyOf(weights);
    }

    static PadSpec read(ManifestNode node) {
        node.allowing("attackClasses", "logits", "threshold", "base", "weights");
        double[] classes = node.numbers("attackClasses", 0);
        int[] attackClasses = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            attackClasses[i] = (int) classes[i];
            if (attackClasses[i] != classes[i]
                    || attackClasses[i] < 0
                    || attackClasses[i] >= MOST_CLASSES) {
                throw node.wrong("attackClasses", String.valueOf(classes[i]), "class indices");
            }
        }
        if (attackClasses.length == 0) {
            throw node.wrong("attackClasses", "[]", "at least one class");
        }
        double threshold = node.number("threshold");
        if (!(threshold > 0 && threshold <= 1)) {
            throw node.wrong("threshold", String.valueOf(threshold), "above 0, at most 1");
        }
        return new PadSpec(
                attackClasses,
                node.flagOr("logits", false),
                threshold,
                node.numberOr("base", 0),
                node.has("weights") ? node.object("weights").allNumbers() : null);
    }
}
