package dev.selfsame.engine.portrait;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageInfo;

/** What came of cutting a token frontal image out of a picture. */
public sealed interface TokenCrop {

    /**
     * The token image.
     *
     * @param image as {@link TokenGeometry} lays it out
     * @param info the file that it was cut from
     */
    record Cropped(Image image, ImageInfo info) implements TokenCrop {}

    /** No face of usable size. */
    record NoFace(ImageInfo info) implements TokenCrop {}

    /**
     * More than one face of a size that could be meant.
     *
     * @param count 2 or more
     */
    record SeveralFaces(int count, ImageInfo info) implements TokenCrop {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements TokenCrop {}
}
