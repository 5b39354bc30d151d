package dev.selfsame.engine.finger;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.template.FingerTemplate;

/** What came of a picture of a fingerprint. */
public sealed interface FingerOutcome {

    /**
     * Minutiae were found.
     *
     * @param template what comparisons take
     * @param minutiae how many there are
     * @param info the file
     */
    record Found(FingerTemplate template, int minutiae, ImageInfo info) implements FingerOutcome {}

    /** Too few minutiae to compare anything with. */
    record NoMinutiae(int minutiae, ImageInfo info) implements FingerOutcome {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements FingerOutcome {}
}
