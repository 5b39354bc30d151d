package dev.selfsame.engine.anonymization;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageInfo;

/** What came of covering the faces of a picture. */
public sealed interface Anonymization {

    /**
     * The picture without faces.
     *
     * @param image upright pixels at full size; those away from faces as they were
     * @param faces how many places were covered, 0 where nothing looked like a face
     * @param info the file
     */
    record Anonymized(Image image, int faces, ImageInfo info) implements Anonymization {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements Anonymization {}
}
