package dev.selfsame.engine.liveness;

/**
 * What one check found.
 *
 * @param name of the check
 * @param score 0 speaks for a live person, 1 for an attack, 0.5 for neither
 * @param weight what the sign adds to the logit of the fused score, in logits: positive speaks for
 *     an attack, 0 where the check is for people to read alone
 */
public record LivenessSign(String name, double score, double weight) {}
