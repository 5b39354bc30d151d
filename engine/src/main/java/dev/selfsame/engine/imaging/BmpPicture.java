package dev.selfsame.engine.imaging;

import java.util.Arrays;

/** A Windows or OS/2 bitmap, decoded row by row. */
record BmpPicture(Bytes bmp, BmpHeader header) implements Picture {

    /** Two bytes of a run make at most so many pixels. */
    private static final int MOST_OF_A_RUN = 255;

    static BmpPicture open(byte[] file, ImageLimits limits) throws RefusedException {
        Bytes bmp = Bytes.littleEndian(file);
        BmpHeader header = BmpHeader.read(bmp, limits);
        BmpPicture picture = new BmpPicture(bmp, header);
        long end = file.length;
        if (header.packing() == BmpHeader.Packing.NONE) {
            end = header.pixels() + picture.plainBytes();
            // why: some writers leave out the padding of the last row
            if (end - 3 > file.length) {
                throw RefusedException.truncated("it holds too few pixel data for its size");
            }
        } else if (header.size().pixels() > (file.length - header.pixels()) / 2L * MOST_OF_A_RUN) {
            throw RefusedException.truncated("it holds too few pixel data for its size");
        }
        HiddenFiles.check(file, (int) Math.min(end, file.length));
        return picture;
    }

    private long plainBytes() {
        return (long) header.rowBytes() * header.size().height();
    }

    @Override
    public PictureSize size() {
        return header.size();
    }

    @Override
    public PictureHints hints() {
        return new PictureHints(1, header.dpi());
    }

    @Override
    public Image pixels(int reduction) throws RefusedException {
        RowSink sink = new RowSink(size(), reduction);
        byte[] rgb = new byte[size().width() * 3];
        byte[] runs =
                header.packing() == BmpHeader.Packing.NONE
                        ? new byte[0]
                        : BmpRuns.indices(bmp, header);
        boolean opaque = runs.length > 0 || header.masks().alpha() == 0 || isAllClear();
        byte[] row = new byte[header.rowBytes()];
        for (int y = 0; y < size().height(); y++) {
            int stored = header.topDown() ? y : size().height() - 1 - y;
            if (runs.length > 0) {
                for (int x = 0; x < size().width(); x++) {
                    colour(runs[stored * size().width() + x] & 0xFF, rgb, x);
                }
            } else {
                load(stored, row);
                convert(row, opaque, rgb);
            }
            sink.add(rgb);
        }
        return sink.image();
    }

    private void load(int stored, byte[] row) {
        int from = bmp.start() + header.pixels() + stored * row.length;
        int there = Math.min(row.length, bmp.end() - from);
        System.arraycopy(bmp.array(), from, row, 0, there);
        Arrays.fill(row, there, row.length, (byte) 0);
    }

    private void convert(byte[] row, boolean opaque, byte[] rgb) {
        int bits = header.bits();
        for (int x = 0; x < size().width(); x++) {
            if (bits == 24) {
                rgb[x * 3] = row[x * 3 + 2];
                rgb[x * 3 + 1] = row[x * 3 + 1];
                rgb[x * 3 + 2] = row[x * 3];
            } else if (bits > 8) {
                masked(pixel(row, x), opaque, rgb, x);
            } else {
                int perByte = 8 / bits;
                int shift = 8 - bits - x % perByte * bits;
                colour((row[x / perByte] & 0xFF) >> shift & (1 << bits) - 1, rgb, x);
            }
        }
    }

    private void colour(int index, byte[] rgb, int x) {
        System.arraycopy(header.palette(), index * 3, rgb, x * 3, 3);
    }

    private void masked(int pixel, boolean opaque, byte[] rgb, int x) {
        BmpMasks masks = header.masks();
        int opacity = opaque ? 255 : BmpMasks.channel(pixel, masks.alpha());
        rgb[x * 3] = PngPixels.overWhite(BmpMasks.channel(pixel, masks.red()), opacity);
        rgb[x * 3 + 1] = PngPixels.overWhite(BmpMasks.channel(pixel, masks.green()), opacity);
        rgb[x * 3 + 2] = PngPixels.overWhite(BmpMasks.channel(pixel, masks.blue()), opacity);
    }

    private int pixel(byte[] row, int x) {
        if (header.bits() == 16) {
            return (row[x * 2] & 0xFF) | (row[x * 2 + 1] & 0xFF) << 8;
        }
        return (row[x * 4] & 0xFF)
                | (row[x * 4 + 1] & 0xFF) << 8
                | (row[x * 4 + 2] & 0xFF) << 16
                | (row[x * 4 + 3] & 0xFF) << 24;
    }

    /** Writers that know no transparency leave the alpha channel zero throughout. */
    private boolean isAllClear() {
        byte[] row = new byte[header.rowBytes()];
        for (int y = 0; y < size().height(); y++) {
            load(y, row);
            for (int x = 0; x < size().width(); x++) {
                if ((pixel(row, x) & header.masks().alpha()) != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
