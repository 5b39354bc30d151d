package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;

/** What came of a picture that should show one face. */
public sealed interface FaceOutcome {

    /**
     * One face.
     *
     * @param face the reading
     * @param info the file
     * @param rotationDegrees clockwise turn 0, 90, 180 or 270 after which the face was upright;
     *     coordinates are those of the file before that turn
     */
    record Found(FaceReading face, ImageInfo info, int rotationDegrees) implements FaceOutcome {}

    /** No face of usable size. */
    record NoFace(ImageInfo info) implements FaceOutcome {}

    /**
     * More than one face of a size that could be meant; faces in the background do not count.
     *
     * @param count 2 or more
     */
    record SeveralFaces(int count, ImageInfo info) implements FaceOutcome {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements FaceOutcome {}
}
