package dev.selfsame.server.face;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.imaging.ImageFormat;

import java.util.Objects;

/**
 * The one face of a picture file.
 *
 * @param reading what was measured
 * @param format of the file
 * @param sha256 digest of the file in lower-case hexadecimal
 */
public record ReadFace(FaceReading reading, ImageFormat format, String sha256) {

    public ReadFace {
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** What was found in a file. */
    static ReadFace of(FaceOutcome.Found found, byte[] file) {
        return new ReadFace(found.face(), found.info().format(), Digest.sha256(file));
    }
}
