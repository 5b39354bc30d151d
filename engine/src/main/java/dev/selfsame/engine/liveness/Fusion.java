package dev.selfsame.engine.liveness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Joins signs by named weights: each value becomes a log-likelihood ratio of an attack of some kind
 * against a person, and the sum for the likeliest kind is the logit of the score: a film of a
 * person moves like one, so that its motion must not outweigh the screen that shows it. Weights and
 * thresholds are a versioned resource; docs/liveness.md says how they came about.
 */
final class Fusion {

    private static final String RESOURCE = "fusion-1.json";
    private static final String ANY_NETWORK = "texture:*";
    private static final double CONVICTED = 12;
    private static final SignWeight NONE = new SignWeight(Set.of(), 0, 0, 0, 0);

    private final Map<String, SignWeight> weights;
    private final Map<SecurityLevel, Double> thresholds;

    Fusion(Map<String, SignWeight> weights, Map<SecurityLevel, Double> thresholds) {
        this.weights = Map.copyOf(weights);
        this.thresholds = new EnumMap<>(thresholds);
    }

    /** The weights that come with the engine. */
    static Fusion shipped() {
        try (InputStream in =
                Objects.requireNonNull(Fusion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException("the engine lacks its " + RESOURCE, e);
        }
    }

    private static Fusion read(JsonNode root) {
        Map<String, SignWeight> weights = new HashMap<>();
        root.required("signs")
                .properties()
                .forEach(sign -> weights.put(sign.getKey(), weight(sign.getValue())));
        Map<SecurityLevel, Double> thresholds = new EnumMap<>(SecurityLevel.class);
        for (SecurityLevel level : SecurityLevel.values()) {
            thresholds.put(level, root.required("thresholds").required(level.name()).doubleValue());
        }
        return new Fusion(weights, thresholds);
    }

    private static SignWeight weight(JsonNode sign) {
        Set<AttackKind> kinds = EnumSet.noneOf(AttackKind.class);
        sign.required("tells").forEach(kind -> kinds.add(AttackKind.valueOf(kind.textValue())));
        return new SignWeight(
                kinds,
                sign.required("neither").doubleValue(),
                sign.required("slope").doubleValue(),
                sign.required("mostForLife").doubleValue(),
                sign.required("mostForAttack").doubleValue());
    }

    double threshold(SecurityLevel level) {
        return Objects.requireNonNull(thresholds.get(level), "threshold");
    }

    private SignWeight weight(String sign) {
        SignWeight own = weights.get(sign);
        if (own == null && isTexture(sign)) {
            own = weights.get(ANY_NETWORK);
        }
        return own == null ? NONE : own;
    }

    private static boolean isTexture(String sign) {
        return sign.startsWith(Texture.NAME);
    }

    /** What one sign adds; several networks that look at the same skin count as one. */
    double logit(Finding finding, List<Finding> all) {
        if (finding.conviction() != null) {
            return CONVICTED;
        }
        double logit = weight(finding.name()).logit(finding.value());
        return isTexture(finding.name())
                ? logit / all.stream().filter(f -> isTexture(f.name())).count()
                : logit;
    }

    LivenessSign sign(Finding finding, List<Finding> all) {
        double logit = logit(finding, all);
        return new LivenessSign(finding.name(), logistic(logit), logit, finding.value());
    }

    double score(List<Finding> findings) {
        double most = Double.NEGATIVE_INFINITY;
        for (AttackKind kind : AttackKind.values()) {
            double sum =
                    findings.stream()
                            .filter(f -> tells(f, kind))
                            .mapToDouble(f -> logit(f, findings))
                            .sum();
            most = Math.max(most, sum);
        }
        return logistic(most);
    }

    private boolean tells(Finding finding, AttackKind kind) {
        return finding.conviction() != null || weight(finding.name()).kinds().contains(kind);
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
