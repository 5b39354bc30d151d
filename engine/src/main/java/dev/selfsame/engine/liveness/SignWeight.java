package dev.selfsame.engine.liveness;

import java.util.Set;

/**
 * How a measured value becomes a log-likelihood ratio: a line, cut off where nothing was measured
 * that would allow to be surer.
 *
 * @param kinds of attack that the sign tells from a person
 * @param neither value that speaks for neither side
 * @param slope logits for each unit above it; negative where small values speak for an attack
 * @param mostForLife most logits that it can speak for a person
 * @param mostForAttack most logits that it can speak for an attack
 */
record SignWeight(
        Set<AttackKind> kinds,
        double neither,
        double slope,
        double mostForLife,
        double mostForAttack) {

    SignWeight {
        kinds = Set.copyOf(kinds);
    }

    double logit(double value) {
        return Math.clamp(slope * (value - neither), -mostForLife, mostForAttack);
    }
}
