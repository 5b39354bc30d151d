package dev.selfsame.server.biosession;

import java.util.Arrays;
import java.util.Optional;

/** What kind of picture a face is from, spelled as on the wire. */
public enum ImageType {
    ID_DOCUMENT,
    SELFIE,
    VIDEO_FRAME;

    /** The kind of this name. */
    public static Optional<ImageType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
