package dev.selfsame.engine.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/** The open blocks of one band, read in step row by row. Confined to one thread. */
final class TiffBand implements AutoCloseable {

    private final TiffLayout layout;
    private final ByteOrder order;
    private final InputStream[] streams;
    private final byte[] row;
    private final int[] samples;

    TiffBand(TiffLayout layout, ByteOrder order, InputStream[] streams) {
        this.layout = layout;
        this.order = order;
        this.streams = streams;
        this.row = new byte[layout.rowBytes()];
        this.samples = new int[layout.across() * layout.blockWidth() * layout.samples()];
    }

    /** Reads the next row of all blocks and turns it into RGB. */
    void next(TiffColour colour, byte[] rgb) throws IOException, RefusedException {
        for (int i = 0; i < streams.length; i++) {
            if (streams[i].readNBytes(row, 0, row.length) < row.length) {
                throw RefusedException.truncated("a TIFF strip or tile ends too early");
            }
            int plane = i / layout.across();
            int firstColumn = i % layout.across() * layout.blockWidth();
            int step = layout.planar() ? layout.samples() : 1;
            unpack(firstColumn * layout.samples() + plane, step);
        }
        colour.convert(samples, layout.size().width(), rgb);
    }

    /** Spreads the samples of the row, and undoes differences to the same sample on the left. */
    private void unpack(int first, int step) {
        int count = layout.blockWidth() * (layout.planar() ? 1 : layout.samples());
        int back = layout.planar() ? step : layout.samples();
        int mask = (1 << layout.bits()) - 1;
        for (int i = 0; i < count; i++) {
            int at = first + i * step;
            int value = sample(i);
            if (layout.differenced() && at - back >= first) {
                value = value + samples[at - back] & mask;
            }
            samples[at] = value;
        }
    }

    private int sample(int index) {
        int bits = layout.bits();
        if (bits == 8) {
            return row[index] & 0xFF;
        }
        if (bits == 16) {
            int first = row[index * 2] & 0xFF;
            int second = row[index * 2 + 1] & 0xFF;
            return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
        }
        int perByte = 8 / bits;
        int shift = 8 - bits - index % perByte * bits;
        return (row[index / perByte] & 0xFF) >> shift & ((1 << bits) - 1);
    }

    @Override
    public void close() throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
    }
}
