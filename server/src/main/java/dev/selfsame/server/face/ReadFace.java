package dev.selfsame.server.face;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.Objects;

/**
 * The one face of a picture file.
 *
 * @param reading what was measured
 * @param template what is compared
 * @param sha256 digest of the file in lower-case hexadecimal
 */
public record ReadFace(FaceReading reading, FaceTemplate template, String sha256) {

    public ReadFace {
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(sha256, "sha256");
    }
}
