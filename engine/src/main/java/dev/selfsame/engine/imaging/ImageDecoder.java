package dev.selfsame.engine.imaging;

import java.util.Objects;

/** Reads picture files of unknown origin. Safe for any number of threads. */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** Decodes at full size, or reduced where the picture is larger than memory allows. */
    public DecodeResult decode(byte[] file) {
        return decode(file, Integer.MAX_VALUE);
    }

    /**
     * Decodes at the smallest of the sizes 1/1, 1/2, 1/4 and 1/8 whose longer side is still at
     * least {@code wantedLongSide} pixels; pictures smaller than that are decoded at full size.
     *
     * @param wantedLongSide pixels, at least 1
     */
    public DecodeResult decode(byte[] file, int wantedLongSide) {
        Objects.requireNonNull(file, "file");
        throw new UnsupportedOperationException(limits + " " + wantedLongSide);
    }
}
