package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.face.ReadFace;

import org.jspecify.annotations.Nullable;

/** A face inside a match: everything but its template. */
@JsonPropertyOrder({
    "id",
    "digest",
    "mode",
    "imageType",
    "quality",
    "landmarks",
    "imageRotationEnabled"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Face(
        @JsonProperty("id") String id,
        @JsonProperty("digest") String digest,
        @JsonProperty("mode") String mode,
        @JsonProperty("imageType") ImageType imageType,
        @JsonProperty("quality") int quality,
        @JsonProperty("landmarks") Landmarks landmarks,
        @JsonProperty("imageRotationEnabled") @Nullable Boolean imageRotationEnabled) {

    static Face of(
            String id,
            ReadFace face,
            String mode,
            ImageType imageType,
            @Nullable Boolean imageRotationEnabled) {
        return new Face(
                id,
                face.sha256(),
                mode,
                imageType,
                face.reading().quality().value(),
                Landmarks.of(face.reading()),
                imageRotationEnabled);
    }
}
