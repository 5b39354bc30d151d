package dev.selfsame.engine.liveness;

/**
 * What one check found.
 *
 * @param name of the sign
 * @param score 0 speaks for a live person, 1 for an attack, 0.5 for neither
 * @param weight what the sign adds to the logit of the fused score: positive speaks for an attack,
 *     0 where the sign is for people to read alone
 * @param value as it was measured; see docs/liveness.md for the unit of each
 */
public record LivenessSign(String name, double score, double weight, double value) {}
