package dev.selfsame.server.face;

import dev.selfsame.engine.face.FaceReading;

import java.util.Objects;

/**
 * The one face of a picture file.
 *
 * @param reading what was measured
 * @param sha256 digest of the file in lower-case hexadecimal
 */
public record ReadFace(FaceReading reading, String sha256) {

    public ReadFace {
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(sha256, "sha256");
    }
}
