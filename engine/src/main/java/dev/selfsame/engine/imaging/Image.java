package dev.selfsame.engine.imaging;

import java.util.Objects;

/**
 * Upright colour pixels. Shares its array: hot path, treat it as read-only.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param rgb {@code width * height * 3} bytes, row by row, red green blue, 0..255 unsigned
 */
public record Image(int width, int height, byte[] rgb) {

    public Image {
        Objects.requireNonNull(rgb, "rgb");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "size: " + width + "x" + height + " (expected: at least 1x1)");
        }
        if (rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException(
                    "rgb: " + rgb.length + " bytes (expected: " + 3L * width * height + ")");
        }
    }

    /** The longer of width and height. */
    public int longSide() {
        return Math.max(width, height);
    }
}
