package dev.selfsame.server.biosession;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.media.StoredObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A face of a session. Shares its template.
 *
 * @param friendlyName what its owner calls it, null if nothing
 * @param digest SHA-256 of the file that it was read from, in lower-case hexadecimal; null where it
 *     came without
 * @param quality as {@link dev.selfsame.engine.face.FaceQuality}, null where it came without
 * @param eyes null where it came without
 * @param box null where it came without
 * @param imageRotationEnabled whether its owner asked for a search at every turn, null for nothing
 * @param image where its picture is kept, null for nowhere
 * @param created in milliseconds
 */
public record SessionFace(
        UUID id,
        @Nullable String friendlyName,
        @Nullable String digest,
        ImageType imageType,
        @Nullable Integer quality,
        @Nullable Eyes eyes,
        @Nullable FaceBox box,
        FaceTemplate template,
        @Nullable Boolean imageRotationEnabled,
        @Nullable StoredObject image,
        Instant created) {

    public SessionFace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(imageType, "imageType");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(created, "created");
    }
}
