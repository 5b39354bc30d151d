package dev.selfsame.engine.liveness;

/**
 * How sure a decision has to be: a higher level lets fewer attacks pass and refuses more people.
 */
public enum SecurityLevel {
    LOW,
    MEDIUM,
    HIGH
}
