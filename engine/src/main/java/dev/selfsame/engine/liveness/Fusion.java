package dev.selfsame.engine.liveness;

import java.util.List;
import java.util.Map;

/** Joins log-likelihood ratios by named weights. */
final class Fusion {

    private static final Map<String, Double> WEIGHTS = Map.of("flat-motion", 1.0);
    private static final double OTHER_WEIGHT = 0.6;

    double threshold(LivenessTask task) {
        return switch (task.level()) {
            case LOW -> 0.7;
            case MEDIUM -> 0.5;
            case HIGH -> 0.3;
        };
    }

    LivenessSign sign(Finding finding) {
        double weight = WEIGHTS.getOrDefault(finding.name(), OTHER_WEIGHT);
        return new LivenessSign(finding.name(), finding.score(), weight * finding.logit());
    }

    double score(List<Finding> findings) {
        double logit = findings.stream().mapToDouble(f -> sign(f).weight()).sum();
        return 1 / (1 + Math.exp(-logit));
    }
}
