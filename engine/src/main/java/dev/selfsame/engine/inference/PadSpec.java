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
 * @param zooms how much more than the alignment's crop is shown, 1 as it is; the network sees one
 *     crop a zoom, and the mean of the logits counts
 * @param threshold score 0..1 from which on a picture counts as an attack
 * @param base the logit where every sign is 0
 * @param weights sign name to its weight, or null for the network alone
 */
public record PadSpec(
        int[] attackClasses,
        boolean logits,
        double[] zooms,
        double threshold,
        double base,
        @Nullable Map<String, Double> weights) {

    private static final int MOST_CLASSES = 1000;
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 10;
    private static final int MOST_ZOOMS = 8;

    public PadSpec {
        attackClasses = attackClasses.clone();
        zooms = zooms.clone();
        weights = weights == null ? null : Map.copyOf(weights);
    }

    static PadSpec read(ManifestNode node) {
        node.allowing("attackClasses", "logits", "zooms", "threshold", "base", "weights");
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
                zooms(node),
                threshold,
                node.numberOr("base", 0),
                node.has("weights") ? node.object("weights").allNumbers() : null);
    }

    private static double[] zooms(ManifestNode node) {
        double[] zooms = node.has("zooms") ? node.numbers("zooms", 0) : new double[] {1};
        for (double zoom : zooms) {
            if (!(zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM)) {
                throw node.wrong("zooms", String.valueOf(zoom), LEAST_ZOOM + ".." + MOST_ZOOM);
            }
        }
        if (zooms.length == 0 || zooms.length > MOST_ZOOMS) {
            throw node.wrong("zooms", zooms.length + " numbers", "1.." + MOST_ZOOMS);
        }
        return zooms;
    }
}
