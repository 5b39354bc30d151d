package dev.selfsame.engine.imaging;

/**
 * File header and information header of a Windows or OS/2 bitmap.
 *
 * @param size columns and rows
 * @param topDown whether the first stored row is the top one
 * @param bits a pixel: 1, 4, 8, 16, 24 or 32
 * @param packing how the pixels are stored
 * @param masks where the channels are in a pixel of 16 or 32 bits
 * @param palette red, green and blue of 256 entries
 * @param pixels position of the first stored pixel
 * @param dpi 0 where not stated
 */
record BmpHeader(
        PictureSize size,
        boolean topDown,
        int bits,
        Packing packing,
        BmpMasks masks,
        byte[] palette,
        int pixels,
        int dpi) {

    /** Whether rows are run-length coded. */
    enum Packing {
        NONE,
        RUNS_OF_8_BITS,
        RUNS_OF_4_BITS
    }

    private static final int FILE_HEADER = 14;
    private static final int OS2_1 = 12;
    private static final int OS2_2 = 64;
    private static final int WINDOWS_3 = 40;
    private static final int WINDOWS_5 = 124;

    private static final int PLAIN = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int BIT_FIELDS = 3;
    private static final int ALPHA_BIT_FIELDS = 6;

    static BmpHeader read(Bytes bmp, ImageLimits limits) throws RefusedException {
        long length = bmp.u32(FILE_HEADER);
        boolean old = length == OS2_1;
        if (!old && (length < WINDOWS_3 || length > WINDOWS_5)) {
            throw RefusedException.badHeader("a bitmap header of " + length + " bytes");
        }
        bmp.require(FILE_HEADER, length);
        long height = old ? bmp.u16(20) : bmp.s32(22);
        long width = old ? bmp.u16(18) : bmp.s32(18);
        PictureSize size = PictureSize.within(limits, width, Math.abs(height));
        int bits = bmp.u16(old ? 24 : 28);
        int compression = old ? PLAIN : checkedCompression(bmp.s32(30), length, bits);
        boolean fields = compression >= BIT_FIELDS;
        BmpMasks masks =
                fields
                        ? BmpMasks.read(bmp, 54, alphaStated(compression, length), bits)
                        : BmpMasks.usual(bits);
        int extra = fields && length == WINDOWS_3 ? (compression == BIT_FIELDS ? 12 : 16) : 0;
        int tables = FILE_HEADER + (int) length + extra;
        long pixels = bmp.u32(10);
        if (pixels < tables || pixels > Integer.MAX_VALUE) {
            throw RefusedException.badHeader("its pixels begin inside its header");
        }
        bmp.require(pixels, 1);
        Packing packing =
                switch (compression) {
                    case RLE8 -> Packing.RUNS_OF_8_BITS;
                    case RLE4 -> Packing.RUNS_OF_4_BITS;
                    default -> Packing.NONE;
                };
        if (packing != Packing.NONE && height < 0) {
            throw RefusedException.badHeader("a run-length coded bitmap cannot be top-down");
        }
        byte[] palette = palette(bmp, tables, (int) pixels, old ? 3 : 4, bits);
        int dpi = old ? 0 : PictureHints.dpiOfMetres(bmp.s32(38));
        return new BmpHeader(size, height < 0, bits, packing, masks, palette, (int) pixels, dpi);
    }

    private static boolean alphaStated(int compression, long length) {
        return compression == ALPHA_BIT_FIELDS || length > OS2_2 || length == 56;
    }

    private static int checkedCompression(int compression, long headerLength, int bits)
            throws RefusedException {
        boolean fits =
                switch (compression) {
                    case PLAIN ->
                            bits == 1
                                    || bits == 4
                                    || bits == 8
                                    || bits == 16
                                    || bits == 24
                                    || bits == 32;
                    case RLE8 -> bits == 8;
                    case RLE4 -> bits == 4;
                    case BIT_FIELDS, ALPHA_BIT_FIELDS ->
                            (bits == 16 || bits == 32) && headerLength != OS2_2;
                    default ->
                            throw RefusedException.unsupported("bitmap compression " + compression);
                };
        if (!fits) {
            throw RefusedException.badHeader(
                    "bitmap compression " + compression + " with " + bits + " bits");
        }
        return compression;
    }

    /** The colours between header and pixels; what is missing of 256 stays black. */
    private static byte[] palette(Bytes bmp, int from, int to, int entryBytes, int bits)
            throws RefusedException {
        byte[] palette = new byte[256 * 3];
        int entries = bits > 8 ? 0 : Math.min(1 << bits, (to - from) / entryBytes);
        for (int i = 0; i < entries; i++) {
            int at = from + i * entryBytes;
            palette[i * 3] = (byte) bmp.u8(at + 2L);
            palette[i * 3 + 1] = (byte) bmp.u8(at + 1L);
            palette[i * 3 + 2] = (byte) bmp.u8(at);
        }
        return palette;
    }

    /** Bytes of a stored row, always a multiple of four. */
    int rowBytes() {
        return Math.toIntExact(((long) size.width() * bits + 31) / 32 * 4);
    }
}
