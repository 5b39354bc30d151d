package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.PngChunks.Chunk;

/**
 * The IHDR chunk of a PNG (ISO/IEC 15948, 11.2.2).
 *
 * @param size columns and rows
 * @param bitDepth bits a sample: 1, 2, 4, 8 or 16
 * @param colourType 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha
 * @param interlaced whether the rows come in the seven Adam7 passes
 */
record PngHeader(PictureSize size, int bitDepth, int colourType, boolean interlaced) {

    static final int GREY = 0;
    static final int COLOUR = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int COLOUR_ALPHA = 6;

    private static final int LENGTH = 13;

    static PngHeader read(Bytes png, Chunk chunk, ImageLimits limits) throws RefusedException {
        if (chunk.type() != PngChunks.IHDR || chunk.length() != LENGTH) {
            throw RefusedException.badHeader("a PNG begins with an IHDR chunk of 13 bytes");
        }
        PngChunks.checkCrc(png, chunk);
        int at = chunk.data();
        PictureSize size = PictureSize.within(limits, png.u32(at), png.u32(at + 4));
        int bitDepth = png.u8(at + 8);
        int colourType = png.u8(at + 9);
        int interlace = png.u8(at + 12);
        if (!allowed(colourType, bitDepth)) {
            throw RefusedException.badHeader(
                    "colour type " + colourType + " with " + bitDepth + " bits");
        }
        if (png.u8(at + 10) != 0 || png.u8(at + 11) != 0 || interlace > 1) {
            throw RefusedException.badHeader("unknown PNG compression, filter or interlace method");
        }
        return new PngHeader(size, bitDepth, colourType, interlace == 1);
    }

    private static boolean allowed(int colourType, int bitDepth) {
        return switch (colourType) {
            case GREY ->
                    bitDepth == 1
                            || bitDepth == 2
                            || bitDepth == 4
                            || bitDepth == 8
                            || bitDepth == 16;
            case PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case COLOUR, GREY_ALPHA, COLOUR_ALPHA -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }

    int samplesPerPixel() {
        return switch (colourType) {
            case COLOUR -> 3;
            case GREY_ALPHA -> 2;
            case COLOUR_ALPHA -> 4;
            default -> 1;
        };
    }

    int bitsPerPixel() {
        return samplesPerPixel() * bitDepth;
    }

    /** Bytes of a row of that many pixels, without its filter byte. */
    int rowBytes(int columns) {
        return Math.toIntExact(((long) columns * bitsPerPixel() + 7) / 8);
    }
}
