package dev.selfsame.engine.liveness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Joins signs by named weights: each value becomes a log-likelihood ratio, and their sum is the
 * logit of the score. Weights and thresholds are a versioned resource that a program learns; see
 * docs/liveness.md.
 */
final class Fusion {

    private static final String RESOURCE = "fusion-1.json";
    private static final String ANY_NETWORK = "texture:*";
    private static final double CONVICTED = 12;
    private static final SignWeight NONE = new SignWeight(0, 0, 0, 0);

    private final Map<String, SignWeight> weights;
    private final Map<SecurityLevel, Double> thresholds;

    Fusion(Map<String, SignWeight> weights, Map<SecurityLevel, Double> thresholds) {
        this.weights = Map.copyOf(weights);
        this.thresholds = new EnumMap<>(thresholds);
    }

    /** The weights that were learnt. */
    static Fusion learnt() {
        try (InputStream in =
                Objects.requireNonNull(Fusion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException("the engine lacks its " + RESOURCE, e);
        }
    }

    private static Fusion read(JsonNode root) {
        Map<String, SignWeight> weights = new HashMap<>();
        for (var sign : root.required("signs").properties()) {
            JsonNode w = sign.getValue();
            weights.put(
                    sign.getKey(),
                    new SignWeight(
                            w.required("neither").doubleValue(),
                            w.required("slope").doubleValue(),
                            w.required("mostForLife").doubleValue(),
                            w.required("mostForAttack").doubleValue()));
        }
        Map<SecurityLevel, Double> thresholds = new EnumMap<>(SecurityLevel.class);
        for (SecurityLevel level : SecurityLevel.values()) {
            thresholds.put(level, root.required("thresholds").required(level.name()).doubleValue());
        }
        return new Fusion(weights, thresholds);
    }

    double threshold(SecurityLevel level) {
        return Objects.requireNonNull(thresholds.get(level), "threshold");
    }

    double logit(Finding finding) {
        if (finding.conviction() != null) {
            return CONVICTED;
        }
        SignWeight weight = weights.get(finding.name());
        if (weight == null && finding.name().startsWith(Texture.NAME)) {
            weight = weights.get(ANY_NETWORK);
        }
        return (weight == null ? NONE : weight).logit(finding.value());
    }

    LivenessSign sign(Finding finding) {
        double logit = logit(finding);
        return new LivenessSign(finding.name(), logistic(logit), logit, finding.value());
    }

    double score(List<Finding> findings) {
        return logistic(findings.stream().mapToDouble(this::logit).sum());
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
