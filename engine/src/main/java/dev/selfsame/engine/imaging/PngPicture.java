package dev.selfsame.engine.imaging;

/**
 * A PNG (ISO/IEC 15948), decoded row by row so that a reduced picture never exists at full size.
 * Own code, because the JDK's reader inflates text and profiles, fills up what a cut file lacks,
 * and allocates by header.
 */
record PngPicture(Bytes png, PngStructure structure) implements Picture {

    /** Deflate cannot make more than this many bytes of one (RFC 1951: 258 bytes from two bits). */
    static final int MOST_INFLATION = 1032;

    static PngPicture open(byte[] file, ImageLimits limits) throws RefusedException {
        Bytes png = Bytes.bigEndian(file);
        PngStructure structure = PngStructure.read(png, limits);
        HiddenFiles.check(file, structure.end());
        PngHeader header = structure.header();
        long needed = (long) header.rowBytes(header.size().width()) * header.size().height();
        if (needed > structure.dataBytes() * MOST_INFLATION) {
            throw RefusedException.truncated("it holds too few pixel data for its size");
        }
        return new PngPicture(png, structure);
    }

    @Override
    public PictureSize size() {
        return structure.header().size();
    }

    @Override
    public PictureHints hints() {
        return structure.hints();
    }

    @Override
    public Image pixels(int reduction) throws RefusedException {
        RowSink sink = new RowSink(size(), reduction);
        if (structure.header().interlaced()) {
            PngInterlace.read(png, structure, sink);
            return sink.image();
        }
        try (PngData data = new PngData(png, structure)) {
            readRows(data, sink);
            data.expectEnd();
        }
        return sink.image();
    }

    private void readRows(PngData data, RowSink sink) throws RefusedException {
        PngRows rows = new PngRows(data, structure.header(), size().width());
        PngPixels pixels = new PngPixels(structure);
        byte[] rgb = new byte[size().width() * 3];
        for (int y = 0; y < size().height(); y++) {
            pixels.convert(rows.next(), size().width(), rgb);
            sink.add(rgb);
        }
    }

    /** The restored rows of one pass. Confined to one thread. */
    static final class PngRows {
        private final PngData data;
        private final int length;
        private final int step;
        private byte[] row;
        private byte[] above;

        PngRows(PngData data, PngHeader header, int columns) {
            this.data = data;
            this.length = 1 + header.rowBytes(columns);
            this.step = Math.max(1, header.bitsPerPixel() / 8);
            this.row = new byte[length];
            this.above = new byte[length];
        }

        /** The next row with its filter byte; valid until the call after the next. */
        byte[] next() throws RefusedException {
            byte[] current = above;
            above = row;
            row = current;
            data.read(row, length);
            PngFilter.restore(row, above, length, step);
            return row;
        }
    }
}
