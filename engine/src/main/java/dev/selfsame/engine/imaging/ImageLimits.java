package dev.selfsame.engine.imaging;

/**
 * What a picture may cost, checked on the header before any pixel is allocated.
 *
 * @param maxBytes length of the file in bytes, at least 1
 * @param maxPixels width times height as the header states them, at least 1
 */
public record ImageLimits(long maxBytes, long maxPixels) {

    /** 25 MB and 50 megapixels. */
    public static final ImageLimits DEFAULT = new ImageLimits(25_000_000, 50_000_000);

    public ImageLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes: " + maxBytes + " (expected: >= 1)");
        }
        if (maxPixels < 1) {
            throw new IllegalArgumentException("maxPixels: " + maxPixels + " (expected: >= 1)");
        }
    }
}
