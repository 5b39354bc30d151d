package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

/** Where the face of a picture is that should show one. */
public sealed interface FaceLocation {

    /**
     * One face.
     *
     * @param picture the decoded pixels
     * @param face in pixels of that picture
     * @param info the file
     */
    record Found(Pyramid picture, LocatedFace face, ImageInfo info) implements FaceLocation {}

    /** No face of usable size. */
    record NoFace(ImageInfo info) implements FaceLocation {}

    /**
     * More than one face of a size that could be meant.
     *
     * @param count 2 or more
     */
    record SeveralFaces(int count, ImageInfo info) implements FaceLocation {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements FaceLocation {}
}
