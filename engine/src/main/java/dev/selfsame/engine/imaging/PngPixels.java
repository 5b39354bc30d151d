package dev.selfsame.engine.imaging;

import java.util.Arrays;

/**
 * Turns restored rows into RGB: any depth to 8 bits (16-bit samples lose their low byte), palette
 * looked up, transparency laid over white.
 */
final class PngPixels {

    private final PngHeader header;
    private final byte[] palette;
    private final int[] clear;

    PngPixels(PngStructure structure) {
        this.header = structure.header();
        this.palette = opaquePalette(structure);
        this.clear = clearColour(structure);
    }

    /** Converts the row's pixels; the row's first byte is its filter type. */
    void convert(byte[] row, int columns, byte[] rgb) {
        switch (header.colourType()) {
            case PngHeader.PALETTE -> indexed(row, columns, rgb);
            case PngHeader.GREY -> grey(row, columns, rgb);
            default -> coloured(row, columns, rgb);
        }
    }

    private void indexed(byte[] row, int columns, byte[] rgb) {
        for (int x = 0; x < columns; x++) {
            System.arraycopy(palette, sample(row, x) * 3, rgb, x * 3, 3);
        }
    }

    private void grey(byte[] row, int columns, byte[] rgb) {
        int bits = header.bitDepth();
        int scale = bits < 8 ? 255 / ((1 << bits) - 1) : 1;
        int drop = bits == 16 ? 8 : 0;
        for (int x = 0; x < columns; x++) {
            int sample = sample(row, x);
            int value = clear.length == 1 && sample == clear[0] ? 255 : (sample >> drop) * scale;
            Arrays.fill(rgb, x * 3, x * 3 + 3, (byte) value);
        }
    }

    private void coloured(byte[] row, int columns, byte[] rgb) {
        int samples = header.samplesPerPixel();
        boolean grey = header.colourType() == PngHeader.GREY_ALPHA;
        boolean alpha = header.colourType() != PngHeader.COLOUR;
        int drop = header.bitDepth() == 16 ? 8 : 0;
        for (int x = 0; x < columns; x++) {
            int at = x * samples;
            int red = sample(row, at);
            int green = grey ? red : sample(row, at + 1);
            int blue = grey ? red : sample(row, at + 2);
            int opacity = alpha ? sample(row, at + samples - 1) >> drop : 255;
            if (clear.length == 3 && red == clear[0] && green == clear[1] && blue == clear[2]) {
                opacity = 0;
            }
            rgb[x * 3] = overWhite(red >> drop, opacity);
            rgb[x * 3 + 1] = overWhite(green >> drop, opacity);
            rgb[x * 3 + 2] = overWhite(blue >> drop, opacity);
        }
    }

    private int sample(byte[] row, int index) {
        int bits = header.bitDepth();
        if (bits == 8) {
            return row[1 + index] & 0xFF;
        }
        if (bits == 16) {
            return (row[1 + index * 2] & 0xFF) << 8 | (row[2 + index * 2] & 0xFF);
        }
        int perByte = 8 / bits;
        int shift = 8 - bits - index % perByte * bits;
        return (row[1 + index / perByte] & 0xFF) >> shift & (1 << bits) - 1;
    }

    static byte overWhite(int value, int opacity) {
        return (byte) ((value * opacity + 255 * (255 - opacity) + 127) / 255);
    }

    /** 256 entries, so that an index beyond the file's palette is black and not an error. */
    private static byte[] opaquePalette(PngStructure structure) {
        byte[] palette = Arrays.copyOf(structure.palette(), 256 * 3);
        byte[] opacities = structure.transparency();
        boolean indexed = structure.header().colourType() == PngHeader.PALETTE;
        for (int i = 0; indexed && i < opacities.length; i++) {
            for (int channel = i * 3; channel < i * 3 + 3; channel++) {
                palette[channel] = overWhite(palette[channel] & 0xFF, opacities[i] & 0xFF);
            }
        }
        return palette;
    }

    private static int[] clearColour(PngStructure structure) {
        byte[] stated = structure.transparency();
        if (structure.header().colourType() == PngHeader.PALETTE) {
            return new int[0];
        }
        int[] colour = new int[stated.length / 2];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = (stated[i * 2] & 0xFF) << 8 | (stated[i * 2 + 1] & 0xFF);
        }
        return colour;
    }
}
