package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A face that the server read. What stands in a match has neither template nor times.
 *
 * @param id names it
 * @param friendlyName as it was sent with
 * @param digest SHA-256 of the picture's file, in hexadecimal
 * @param mode that it was read in
 * @param imageType as it was sent with
 * @param quality over 100 good, 0..100 usable with care, negative: ask for another picture
 * @param landmarks where it is
 * @param imageRotationEnabled as it was sent with
 * @param template what it is compared by, opaque; as worthy of protection as the picture
 * @param templateVersion changes where templates cannot be compared with earlier ones
 * @param imageStorage where its picture is kept
 * @param created when it was read
 * @param expires when its session ends
 */
public record Face(
        @JsonProperty(required = true) UUID id,
        @Nullable String friendlyName,
        @Nullable String digest,
        @JsonProperty(required = true) String mode,
        @JsonProperty(required = true) ImageType imageType,
        @Nullable Integer quality,
        @Nullable Landmarks landmarks,
        @Nullable Boolean imageRotationEnabled,
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable ImageStorage imageStorage,
        @Nullable Instant created,
        @Nullable Instant expires) {

    /** Checks that what must be is there. */
    public Face {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(imageType, "imageType");
    }

    /**
     * A face whose text, {@link Signed#json}, was kept, to be sent again.
     *
     * @throws SelfsameException if the text is none
     */
    public static Signed<Face> parse(String json) {
        return new Signed<>(WireJson.read(json, Face.class), json);
    }

    // why: a template belongs in no log
    @Override
    public String toString() {
        return "Face[id=" + id + ", mode=" + mode + ", quality=" + quality + "]";
    }
}
