package dev.selfsame.client;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A picture of one face.
 *
 * @param picture the file
 * @param type what it is
 */
public record FacePicture(Picture picture, ImageType type) {

    /** Checks that both are there. */
    public FacePicture {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(type, "type");
    }

    /** A photo in or on a document. */
    public static FacePicture document(Path file) {
        return new FacePicture(Picture.of(file), ImageType.ID_DOCUMENT);
    }

    /** The same, in memory; the array is shared. */
    public static FacePicture document(byte[] file) {
        return new FacePicture(Picture.of(file), ImageType.ID_DOCUMENT);
    }

    /** A photo that somebody took of themselves. */
    public static FacePicture selfie(Path file) {
        return new FacePicture(Picture.of(file), ImageType.SELFIE);
    }

    /** The same, in memory; the array is shared. */
    public static FacePicture selfie(byte[] file) {
        return new FacePicture(Picture.of(file), ImageType.SELFIE);
    }
}
