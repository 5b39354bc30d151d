package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

/** The way of one mode from the first good frame to the last. Confined to one thread. */
sealed interface Course permits StillCourse, ApproachCourse, TurningCourse {

    /** What a course makes of a frame. */
    enum Step {
        /** The frame is not needed. */
        SKIP,
        /** The challenge begins anew, and with this frame. */
        BEGIN,
        /** The frame belongs to the challenge. */
        KEEP
    }

    /** How large the face should be now. */
    SizeRange wanted();

    /** Whether the head should look straight ahead now. */
    boolean straight();

    /** A frame with one face, and what the user was told about it. */
    Step see(Sighting now, PositionInfo advice);

    /** A frame without a usable face. */
    void miss(long millis);

    CapturePhase phase();

    /** What the user should do in a frame that is good in itself. */
    PositionInfo wish(Sighting now);

    /** Why the challenge cannot be passed any more, null as long as it can. */
    @Nullable Diagnostic failure();

    default @Nullable CircleTarget circle() {
        return null;
    }

    default @Nullable ActiveTargets active() {
        return null;
    }
}
