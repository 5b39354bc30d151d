package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/**
 * Where the server keeps a picture, sealed.
 *
 * @param region of the store
 * @param key of the object
 * @param bucketName where the object is
 * @param hash of what is kept, in hexadecimal
 * @param hashAlgorithm {@code SHA_256}
 * @param contentType of the picture
 */
public record ImageStorage(
        @Nullable String region,
        @Nullable String key,
        @Nullable String bucketName,
        @Nullable String hash,
        @Nullable String hashAlgorithm,
        @Nullable String contentType) {}
