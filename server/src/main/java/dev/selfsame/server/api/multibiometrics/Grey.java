package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.imaging.Image;

/** A picture without its colours, for formats that know none (ITU-R BT.601, luma). */
final class Grey {

    private Grey() {}

    /** One byte a pixel, row by row, 0 black to 255 white. */
    static byte[] of(Image image) {
        byte[] rgb = image.rgb();
        byte[] grey = new byte[rgb.length / 3];
        for (int i = 0; i < grey.length; i++) {
            int red = Byte.toUnsignedInt(rgb[3 * i]);
            int green = Byte.toUnsignedInt(rgb[3 * i + 1]);
            int blue = Byte.toUnsignedInt(rgb[3 * i + 2]);
            grey[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        }
        return grey;
    }
}
