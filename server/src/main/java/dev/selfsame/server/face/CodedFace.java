package dev.selfsame.server.face;

import dev.selfsame.engine.face.FaceOutcome;

/** What came of reading the face of one picture. */
public sealed interface CodedFace {

    /** It shows one face. */
    record Coded(ReadFace face) implements CodedFace {}

    /**
     * It cannot be used.
     *
     * @param outcome why; never {@link FaceOutcome.Found}
     */
    record Unusable(FaceOutcome outcome) implements CodedFace {}
}
