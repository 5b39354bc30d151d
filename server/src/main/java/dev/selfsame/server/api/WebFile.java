package dev.selfsame.server.api;

import java.util.Objects;

/**
 * A file for browsers. Shares its bytes.
 *
 * @param mediaType with its character set, if it is text
 * @param tag changes with the bytes, quoted as in the header {@code ETag}
 */
record WebFile(byte[] bytes, String mediaType, String tag) {

    WebFile {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(tag, "tag");
    }
}
