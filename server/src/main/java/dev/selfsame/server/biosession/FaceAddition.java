package dev.selfsame.server.biosession;

import dev.selfsame.engine.face.FaceOutcome;

/** What came of putting a picture's face into a session. */
public sealed interface FaceAddition {

    /** It is there, for every server that shares the store. */
    record Added(SessionFace face) implements FaceAddition {}

    /**
     * The picture cannot be used.
     *
     * @param outcome why; never {@link FaceOutcome.Found}
     */
    record Unusable(FaceOutcome outcome) implements FaceAddition {}
}
