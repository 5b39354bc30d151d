package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.media.StoredObject;

/** Where a picture is kept, sealed. */
@JsonPropertyOrder({"region", "key", "bucketName", "hash", "hashAlgorithm", "contentType"})
record ImageStorage(
        @JsonProperty("region") String region,
        @JsonProperty("key") String key,
        @JsonProperty("bucketName") String bucketName,
        @JsonProperty("hash") String hash,
        @JsonProperty("hashAlgorithm") String hashAlgorithm,
        @JsonProperty("contentType") String contentType) {

    static ImageStorage of(StoredObject object) {
        return new ImageStorage(
                object.region(),
                object.key(),
                object.bucketName(),
                object.hash(),
                "SHA_256",
                object.contentType());
    }
}
