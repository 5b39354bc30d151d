package dev.selfsame.engine.imaging;

/**
 * Which bits of a 16 or 32 bit pixel belong to which channel. A mask of zero means that the channel
 * is not there; such an alpha channel is opaque.
 */
record BmpMasks(int red, int green, int blue, int alpha) {

    static BmpMasks usual(int bits) {
        return bits == 16
                ? new BmpMasks(0x7C00, 0x03E0, 0x001F, 0)
                : new BmpMasks(0xFF0000, 0x00FF00, 0x0000FF, 0);
    }

    static BmpMasks read(Bytes bmp, int at, boolean withAlpha, int bits) throws RefusedException {
        BmpMasks masks =
                new BmpMasks(
                        mask(bmp, at, bits),
                        mask(bmp, at + 4, bits),
                        mask(bmp, at + 8, bits),
                        withAlpha ? mask(bmp, at + 12, bits) : 0);
        if (masks.red == 0 || masks.green == 0 || masks.blue == 0) {
            throw RefusedException.badHeader("a bitmap channel has no bits");
        }
        return masks;
    }

    private static int mask(Bytes bmp, int at, int bits) throws RefusedException {
        int mask = bmp.s32(at);
        int ones = mask == 0 ? 0 : mask >>> Integer.numberOfTrailingZeros(mask);
        boolean gaps = (ones & (ones + 1)) != 0;
        if (gaps || (bits == 16 && mask >>> 16 != 0)) {
            throw RefusedException.badHeader("the bits of a bitmap channel lie apart");
        }
        return mask;
    }

    /** The channel of a pixel, scaled to 0..255. */
    static int channel(int pixel, int mask) {
        if (mask == 0) {
            return 255;
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long most = Integer.toUnsignedLong(mask >>> shift);
        long value = Integer.toUnsignedLong((pixel & mask) >>> shift);
        return (int) ((value * 255 + most / 2) / most);
    }
}
