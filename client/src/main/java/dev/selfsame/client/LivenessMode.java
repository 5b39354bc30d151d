package dev.selfsame.client;

/** What a person does to show that it is there. */
public enum LivenessMode {
    /** Keep still for some two seconds. */
    LIVENESS_PASSIVE,
    /** Come nearer. */
    LIVENESS_PASSIVE_VIDEO,
    /** Turn the head to targets. */
    LIVENESS_ACTIVE
}
