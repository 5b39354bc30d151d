package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.Image;

/**
 * A small grey copy of a frame, on which light, sharpness and motion are measured. Shares its
 * array.
 *
 * @param width columns
 * @param height rows
 * @param step pixels of the decoded frame per pixel of this plane, along each axis
 * @param luma {@code width * height} values 0..255, row by row (ITU-R BT.601 weights)
 */
record GreyPlane(int width, int height, int step, byte[] luma) {

    static final int MAX_SIDE = 320;

    /** The mean of each block of pixels. */
    static GreyPlane of(Image image) {
        int step = Math.max(1, Math.ceilDiv(image.longSide(), MAX_SIDE));
        int width = image.width() / step;
        int height = image.height() / step;
        byte[] luma = new byte[width * height];
        byte[] rgb = image.rgb();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int dy = 0; dy < step; dy++) {
                    int at = ((y * step + dy) * image.width() + x * step) * 3;
                    for (int dx = 0; dx < step; dx++, at += 3) {
                        sum +=
                                77 * (rgb[at] & 255)
                                        + 150 * (rgb[at + 1] & 255)
                                        + 29 * (rgb[at + 2] & 255);
                    }
                }
                luma[y * width + x] = (byte) (sum / (256 * step * step));
            }
        }
        return new GreyPlane(width, height, step, luma);
    }

    int at(int x, int y) {
        return luma[y * width + x] & 255;
    }

    /** Bilinear; beyond the edge the value of the edge. */
    float between(double x, double y) {
        double cx = Math.clamp(x, 0, width - 1.001);
        double cy = Math.clamp(y, 0, height - 1.001);
        int left = (int) cx;
        int top = (int) cy;
        int i = top * width + left;
        double right = cx - left;
        double down = cy - top;
        double above = (luma[i] & 255) * (1 - right) + (luma[i + 1] & 255) * right;
        double below = (luma[i + width] & 255) * (1 - right) + (luma[i + width + 1] & 255) * right;
        return (float) (above * (1 - down) + below * down);
    }

    /** Where a column of the decoded frame lies here. */
    double x(double frameX) {
        return (frameX + 0.5) / step - 0.5;
    }

    /** Where a row of the decoded frame lies here. */
    double y(double frameY) {
        return (frameY + 0.5) / step - 0.5;
    }

    /** Mean difference to a plane of the same size, 0..255; 255 where the sizes differ. */
    double difference(GreyPlane other) {
        if (other.width != width || other.height != height) {
            return 255;
        }
        long sum = 0;
        for (int i = 0; i < luma.length; i++) {
            sum += Math.abs((luma[i] & 255) - (other.luma[i] & 255));
        }
        return (double) sum / luma.length;
    }
}
