package dev.selfsame.server.biosession;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What somebody says of a picture whose face is to be read.
 *
 * @param friendlyName null for nothing
 * @param imageRotationEnabled whether to search at every turn, null for nothing
 */
public record NewFace(
        ImageType imageType,
        @Nullable String friendlyName,
        @Nullable Boolean imageRotationEnabled) {

    public NewFace {
        Objects.requireNonNull(imageType, "imageType");
    }
}
