package dev.selfsame.server;

import dev.selfsame.server.store.s3.S3Options;

import java.util.Objects;

/**
 * Where pictures of sessions are kept.
 *
 * @param s3 a bucket; files in the data directory where it names none
 */
public record MediaSettings(S3Options s3) {

    public MediaSettings {
        Objects.requireNonNull(s3, "s3");
    }
}
