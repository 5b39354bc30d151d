package dev.selfsame.server.media;

import java.util.Objects;

/**
 * Where a picture or a recording is kept.
 *
 * @param region of the bucket; {@code local} for files
 * @param bucketName the bucket; for files the name of their folder
 * @param key its name in there
 * @param hash SHA-256 of what was kept, before it was sealed, in lower-case hexadecimal
 * @param contentType what it is, such as {@code image/jpeg}
 */
public record StoredObject(
        String region, String bucketName, String key, String hash, String contentType) {

    public StoredObject {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(bucketName, "bucketName");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(contentType, "contentType");
    }
}
