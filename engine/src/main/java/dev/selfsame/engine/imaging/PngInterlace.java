package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.PngPicture.PngRows;

/** Puts the seven Adam7 passes together (ISO/IEC 15948, 8.2). */
final class PngInterlace {

    private static final int[] FIRST_COLUMN = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] FIRST_ROW = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] COLUMN_STEP = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] ROW_STEP = {8, 8, 8, 4, 4, 2, 2};

    private PngInterlace() {}

    /** What is done with each row of each pass. */
    private interface PassRow {
        void take(int pass, int y, int columns, byte[] row);
    }

    /** Reads all passes, then gives the rows to the sink; needs the whole picture in memory. */
    static void read(Bytes png, PngStructure structure, RowSink sink) throws RefusedException {
        PictureSize size = structure.header().size();
        // why: a first run that keeps nothing, so that only data that are whole get the memory
        readPasses(png, structure, (pass, y, columns, row) -> {});
        PngPixels pixels = new PngPixels(structure);
        byte[] all = new byte[size.width() * size.height() * 3];
        byte[] rgb = new byte[size.width() * 3];
        readPasses(
                png,
                structure,
                (pass, y, columns, row) -> {
                    pixels.convert(row, columns, rgb);
                    scatter(rgb, columns, all, y * size.width() + FIRST_COLUMN[pass], pass);
                });
        for (int y = 0; y < size.height(); y++) {
            System.arraycopy(all, y * rgb.length, rgb, 0, rgb.length);
            sink.add(rgb);
        }
    }

    private static void readPasses(Bytes png, PngStructure structure, PassRow taker)
            throws RefusedException {
        PictureSize size = structure.header().size();
        try (PngData data = new PngData(png, structure)) {
            for (int pass = 0; pass < 7; pass++) {
                int columns = Math.ceilDiv(size.width() - FIRST_COLUMN[pass], COLUMN_STEP[pass]);
                if (columns < 1) {
                    continue;
                }
                PngRows rows = new PngRows(data, structure.header(), columns);
                for (int y = FIRST_ROW[pass]; y < size.height(); y += ROW_STEP[pass]) {
                    taker.take(pass, y, columns, rows.next());
                }
            }
            data.expectEnd();
        }
    }

    private static void scatter(byte[] rgb, int columns, byte[] all, int first, int pass) {
        for (int x = 0; x < columns; x++) {
            System.arraycopy(rgb, x * 3, all, (first + x * COLUMN_STEP[pass]) * 3, 3);
        }
    }
}
