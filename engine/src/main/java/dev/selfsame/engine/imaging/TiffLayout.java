package dev.selfsame.engine.imaging;

import java.util.Arrays;

/**
 * How the pixels of a TIFF's first page lie in the file (TIFF 6.0, sections 3 to 15). Strips are
 * blocks as wide as the picture.
 *
 * @param size columns and rows
 * @param samples samples a pixel
 * @param bits bits a sample: 1, 2, 4, 8 or 16
 * @param planar whether each sample has its own blocks
 * @param compression one of the constants
 * @param differenced whether rows hold differences to the sample on the left
 * @param blockWidth columns of a block
 * @param blockHeight rows of a block; the last strip may have fewer
 * @param tiled whether blocks at the edges are padded to full size
 * @param offsets where each block begins, checked to lie in the file
 * @param lengths bytes of each block, checked to lie in the file
 */
record TiffLayout(
        PictureSize size,
        int samples,
        int bits,
        boolean planar,
        int compression,
        boolean differenced,
        int blockWidth,
        int blockHeight,
        boolean tiled,
        long[] offsets,
        long[] lengths) {

    static final int PLAIN = 1;
    static final int LZW = 5;
    static final int JPEG = 7;
    static final int DEFLATE = 8;
    static final int PACK_BITS = 32773;
    static final int OLD_DEFLATE = 32946;

    private static final int MOST_BLOCKS = 65_536;
    private static final int MOST_BLOCKS_ABREAST = 1024;

    /** Four inks and transparency. */
    private static final int MOST_SAMPLES = 5;

    // why: tiles reach beyond the picture, whose limit alone does not bound what they unpack to
    private static final int MOST_PADDING = 2;
    private static final long PADDED_PIXELS_ALWAYS_ALLOWED = 1 << 24;

    // why: some writers store equal tiles once; many that name the same long one cost without end
    private static final int MOST_SHARING = 4;

    static TiffLayout read(TiffDirectory page, ImageLimits limits) throws RefusedException {
        PictureSize size = PictureSize.within(limits, page.number(256, 0), page.number(257, 0));
        int compression = compression((int) page.number(259, PLAIN));
        boolean jpeg = compression == JPEG;
        // why: each JPEG says by itself how many samples it has, and comes out as RGB
        int samples = jpeg ? 3 : inRange("SamplesPerPixel", page.number(277, 1), 1, MOST_SAMPLES);
        boolean planar = inRange("PlanarConfiguration", page.number(284, 1), 1, 2) == 2;
        if (jpeg && planar) {
            throw RefusedException.unsupported("a TIFF of JPEGs with a channel each");
        }
        boolean tiled = page.field(322).isPresent();
        int blockWidth = size.width();
        int blockHeight = (int) Math.min(page.number(278, size.height()), size.height());
        if (tiled) {
            blockWidth = inRange("TileWidth", page.number(322, 0), 1, 65_536);
            blockHeight = inRange("TileLength", page.number(323, 0), 1, 65_536);
        }
        if (blockHeight < 1) {
            throw RefusedException.badHeader("TIFF strips without rows");
        }
        long blocks =
                (long) Math.ceilDiv(size.height(), blockHeight)
                        * Math.ceilDiv(size.width(), blockWidth)
                        * (planar ? samples : 1);
        if (blocks > MOST_BLOCKS || Math.ceilDiv(size.width(), blockWidth) > MOST_BLOCKS_ABREAST) {
            throw RefusedException.unsupported("a TIFF of " + blocks + " strips or tiles");
        }
        long padded = (long) Math.ceilDiv(size.height(), blockHeight) * blockHeight;
        padded *= (long) Math.ceilDiv(size.width(), blockWidth) * blockWidth;
        if (padded > Math.max(MOST_PADDING * size.pixels(), PADDED_PIXELS_ALWAYS_ALLOWED)) {
            throw RefusedException.unsupported("a TIFF whose tiles are far larger than it");
        }
        TiffLayout layout =
                new TiffLayout(
                        size,
                        samples,
                        jpeg ? 8 : bits(page, samples),
                        planar && samples > 1,
                        compression,
                        !jpeg && differenced(page),
                        blockWidth,
                        blockHeight,
                        tiled,
                        page.numbers(tiled ? 324 : 273, MOST_BLOCKS),
                        page.numbers(tiled ? 325 : 279, MOST_BLOCKS));
        layout.checkBlocks(page.tiff(), (int) blocks);
        return layout;
    }

    private static int inRange(String name, long value, int least, int most)
            throws RefusedException {
        if (value < least || value > most) {
            throw RefusedException.badHeader("TIFF " + name + " " + value);
        }
        return (int) value;
    }

    private static int compression(int stated) throws RefusedException {
        return switch (stated) {
            case PLAIN, LZW, JPEG, DEFLATE, PACK_BITS -> stated;
            case OLD_DEFLATE -> DEFLATE;
            default -> throw RefusedException.unsupported("TIFF compression " + stated);
        };
    }

    private static boolean differenced(TiffDirectory page) throws RefusedException {
        long predictor = page.number(317, 1);
        if (predictor != 1 && predictor != 2) {
            throw RefusedException.unsupported("TIFF predictor " + predictor);
        }
        return predictor == 2;
    }

    private static int bits(TiffDirectory page, int samples) throws RefusedException {
        long[] stated = page.numbers(258, 8);
        int bits = stated.length == 0 ? 1 : (int) stated[0];
        for (int i = 1; i < Math.min(samples, stated.length); i++) {
            if (stated[i] != bits) {
                throw RefusedException.unsupported("TIFF samples of different length");
            }
        }
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
            throw RefusedException.unsupported("a TIFF of " + bits + " bits a sample");
        }
        if (page.number(266, 1) != 1) {
            throw RefusedException.unsupported("TIFF fill order " + page.number(266, 1));
        }
        long format = page.number(339, 1);
        // why: 4 is "undefined", which readers take for plain numbers
        if (format != 1 && format != 4) {
            throw RefusedException.unsupported("TIFF sample format " + format);
        }
        return bits;
    }

    private void checkBlocks(Bytes tiff, int blocks) throws RefusedException {
        if (offsets.length != blocks || lengths.length != blocks) {
            throw RefusedException.badHeader("its strips or tiles do not cover the picture");
        }
        for (int i = 0; i < blocks; i++) {
            if (!tiff.has(offsets[i], lengths[i])) {
                throw RefusedException.truncated("a TIFF strip or tile lies beyond its end");
            }
            if ((long) rowBytes() * rows(i) > lengths[i] * mostGrowth()) {
                throw RefusedException.truncated("a TIFF strip or tile is too short");
            }
        }
        if (Arrays.stream(lengths).sum() > (long) MOST_SHARING * tiff.length()) {
            throw RefusedException.unsupported("a TIFF whose strips or tiles share their bytes");
        }
    }

    /** How many bytes the compression can make of one, at most. */
    private long mostGrowth() {
        return switch (compression) {
            case PLAIN -> 1;
            case PACK_BITS -> 64;
            case DEFLATE -> PngPicture.MOST_INFLATION;
            // why: 12 bits name at most the 3,838 bytes of the longest entry of the table
            case LZW -> 3838 * 8 / 12;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Blocks side by side. */
    int across() {
        return Math.ceilDiv(size.width(), blockWidth);
    }

    /** Blocks one below the other. */
    int down() {
        return Math.ceilDiv(size.height(), blockHeight);
    }

    /** Bytes of a row of a block, in one plane. */
    int rowBytes() {
        long rowBits = (long) blockWidth * bits * (planar ? 1 : samples);
        return Math.toIntExact((rowBits + 7) / 8);
    }

    private int rows(int block) {
        int band = block % (across() * down()) / across();
        return tiled ? blockHeight : Math.min(blockHeight, size.height() - band * blockHeight);
    }

    /** First byte after the last block. */
    long end() {
        long end = 0;
        for (int i = 0; i < offsets.length; i++) {
            end = Math.max(end, offsets[i] + lengths[i]);
        }
        return end;
    }
}
