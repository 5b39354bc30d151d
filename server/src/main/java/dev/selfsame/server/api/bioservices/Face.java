package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.biosession.ImageType;

import org.jspecify.annotations.Nullable;

/**
 * A face on the wire; the signature is added to its bytes, see {@link SignedJson}.
 *
 * @param digest SHA-256 of the file as it was sent
 * @param template base64 in the alphabet for addresses, with padding; opaque to clients
 * @param templateVersion changes whenever templates cannot be compared with earlier ones
 * @param imageStorage ours: where the picture is kept, for sessions that keep it
 * @param expires for faces of sessions alone
 */
@JsonPropertyOrder({
    "id",
    "friendlyName",
    "digest",
    "mode",
    "imageType",
    "quality",
    "landmarks",
    "imageRotationEnabled",
    "template",
    "templateVersion",
    "imageStorage",
    "created",
    "expires"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Face(
        @JsonProperty("id") String id,
        @JsonProperty("friendlyName") @Nullable String friendlyName,
        @JsonProperty("digest") @Nullable String digest,
        @JsonProperty("mode") String mode,
        @JsonProperty("imageType") ImageType imageType,
        @JsonProperty("quality") @Nullable Integer quality,
        @JsonProperty("landmarks") @Nullable Landmarks landmarks,
        @JsonProperty("imageRotationEnabled") @Nullable Boolean imageRotationEnabled,
        @JsonProperty("template") @Nullable String template,
        @JsonProperty("templateVersion") @Nullable Integer templateVersion,
        @JsonProperty("imageStorage") @Nullable ImageStorage imageStorage,
        @JsonProperty("created") @Nullable String created,
        @JsonProperty("expires") @Nullable String expires) {

    /** The same inside a match: what it was read from, without what can be compared or fetched. */
    Face inMatch() {
        return new Face(
                id,
                friendlyName,
                digest,
                mode,
                imageType,
                quality,
                landmarks,
                imageRotationEnabled,
                null,
                null,
                null,
                null,
                null);
    }
}
