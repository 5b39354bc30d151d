package dev.selfsame.server.face;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;

/** What came of comparing two pictures. */
public sealed interface MatchOutcome {

    /** Both show one face. */
    record Compared(ReadFace reference, ReadFace candidate, Fmr fmr) implements MatchOutcome {}

    /**
     * One of them cannot be compared; the other may not have been looked at.
     *
     * @param side which one
     * @param outcome why; never {@link FaceOutcome.Found}
     */
    record Unusable(Side side, FaceOutcome outcome) implements MatchOutcome {}

    /** Which of the two pictures. */
    enum Side {
        REFERENCE,
        CANDIDATE
    }
}
