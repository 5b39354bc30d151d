package dev.selfsame.engine.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Strips and tiles that are JPEGs (TIFF Technical Note 2): each is a JPEG of its own, with tables
 * shared through a field of the page.
 */
final class TiffJpeg {

    private static final int TABLES = 347;
    // why: four tables of each kind are shorter, and they are read for each block
    private static final int MOST_TABLE_BYTES = 4096;
    private static final int PHOTOMETRIC_RGB = 2;
    private static final int PHOTOMETRIC_YCC = 6;

    /**
     * Marker, length, name, version and flags; the byte behind it says which transform was made.
     */
    private static final String ADOBE = "\u00FF\u00EE\0\u000EAdobe\0d\0\0\0\0";

    private TiffJpeg() {}

    /** The RGB rows of a block, as wide as the layout says. */
    static byte[] rgb(
            TiffDirectory page,
            TiffLayout layout,
            Bytes block,
            ImageLimits limits,
            JpegDecoder jpeg)
            throws RefusedException {
        byte[] file = complete(page, block);
        JpegPicture picture = JpegPicture.open(file, limits, jpeg);
        if (layout.planar()
                || picture.size().width() != layout.blockWidth()
                || picture.size().height() > layout.blockHeight()) {
            throw RefusedException.corrupt("a JPEG of another size stands in the TIFF");
        }
        return picture.pixels(1).rgb();
    }

    /** Start marker, an Adobe segment that says what the channels are, shared tables, the block. */
    private static byte[] complete(TiffDirectory page, Bytes block) throws RefusedException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(block.length() + 1024);
        file.write(0xFF);
        file.write(JpegSegment.SOI);
        long photometric = page.number(262, PHOTOMETRIC_YCC);
        if (photometric == PHOTOMETRIC_YCC || photometric == PHOTOMETRIC_RGB) {
            byte[] adobe = ADOBE.getBytes(StandardCharsets.ISO_8859_1);
            file.write(adobe, 0, adobe.length);
            file.write(photometric == PHOTOMETRIC_YCC ? 1 : 0);
        }
        long[] tables = page.numbers(TABLES, MOST_TABLE_BYTES);
        for (int i = 2; i < tables.length - 2; i++) {
            file.write((int) tables[i]);
        }
        if (!block.startsWith(0, "\u00FF\u00D8")) {
            throw RefusedException.corrupt("a TIFF strip or tile is no JPEG");
        }
        file.write(block.array(), block.start() + 2, block.length() - 2);
        return file.toByteArray();
    }
}
