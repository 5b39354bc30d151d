package dev.selfsame.engine.inference;

import java.util.Map;

/**
 * How a mode joins quality components into one number: {@code base + sum(weight * component)}.
 *
 * @param base the number where every component is 0
 * @param weights component name to its weight
 */
public record QualitySpec(double base, Map<String, Double> weights) {

    /** For modes that state none: what any recogniser suffers from, weighed evenly. */
    public static final QualitySpec DEFAULT =
            new QualitySpec(
                    -500,
                    Map.of(
                            "sharpness", 1.0,
                            "luminance", 1.0,
                            "contrast", 1.0,
                            "exposure", 1.0,
                            "poseYaw", 2.0,
                            "posePitch", 2.0,
                            "mirrorConsistency1", 1.0));

    public QualitySpec {
        weights = Map.copyOf(weights);
    }

    static QualitySpec read(ManifestNode node) {
        node.allowing("base", "weights");
        return new QualitySpec(node.number("base"), node.object("weights").allNumbers());
    }
}
