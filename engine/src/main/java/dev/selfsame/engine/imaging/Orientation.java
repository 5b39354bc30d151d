package dev.selfsame.engine.imaging;

/**
 * Undoes the EXIF orientation (tag 0x0112). Its eight values are the ways a sensor can lie: 1
 * upright, 2 mirrored, 3 turned by 180 degrees, 4 flipped, 5 to 8 with rows and columns exchanged.
 */
final class Orientation {

    /** A square of 32 x 32 pixels stays in the first-level cache, both as source and as target. */
    private static final int TILE = 32;

    private Orientation() {}

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** The upright picture; the same object where nothing is to be done. */
    static Image upright(Image image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        boolean swap = swapsSides(orientation);
        int width = swap ? image.height() : image.width();
        int height = swap ? image.width() : image.height();
        byte[] target = new byte[image.rgb().length];
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += TILE) {
                int right = Math.min(left + TILE, width);
                for (int y = top; y < Math.min(top + TILE, height); y++) {
                    copyRow(image, orientation, target, y * width, y, left, right);
                }
            }
        }
        return new Image(width, height, target);
    }

    private static void copyRow(
            Image from, int orientation, byte[] target, int row, int y, int left, int right) {
        byte[] rgb = from.rgb();
        int at = source(from, orientation, left, y);
        int step = source(from, orientation, left + 1, y) - at;
        for (int x = left; x < right; x++) {
            int to = (row + x) * 3;
            target[to] = rgb[at];
            target[to + 1] = rgb[at + 1];
            target[to + 2] = rgb[at + 2];
            at += step;
        }
    }

    /** Where the pixel of the upright picture lies in the stored one. */
    private static int source(Image from, int orientation, int x, int y) {
        int right = from.width() - 1;
        int bottom = from.height() - 1;
        int width = from.width();
        int pixel =
                switch (orientation) {
                    case 2 -> y * width + right - x;
                    case 3 -> (bottom - y) * width + right - x;
                    case 4 -> (bottom - y) * width + x;
                    case 5 -> x * width + y;
                    case 6 -> (bottom - x) * width + y;
                    case 7 -> (bottom - x) * width + right - y;
                    case 8 -> x * width + right - y;
                    default -> y * width + x;
                };
        return pixel * 3;
    }
}
