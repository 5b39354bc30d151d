package dev.selfsame.engine.liveness;

/** What the user is asked to do in front of the camera. */
public enum LivenessMode {
    /** To keep still for about two seconds. */
    PASSIVE,
    /** To come nearer, from a far circle into a near one. */
    PASSIVE_VIDEO,
    /** To point the nose at targets, one after the other. */
    ACTIVE
}
