package dev.selfsame.engine.liveness;

/** Kinds of presentation attack that look different, so that one sign may tell one of them only. */
enum AttackKind {
    /** A picture that does not change: a print, or a photograph on a screen. */
    STILL,
    /** A film of a person on a screen: it moves as the person did. */
    REPLAY
}
