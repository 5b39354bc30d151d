package dev.selfsame.engine.imaging;

import java.util.Arrays;

/**
 * Takes the rows of a picture from top to bottom and keeps them as RGB, averaged over squares of
 * {@code reduction} pixels. Confined to one thread.
 *
 * <p>Memory grows with the rows that really came, so a file that promises much and holds little
 * never gets what it asked for.
 */
final class RowSink {

    private static final int FIRST_BYTES = 1 << 20;

    private final PictureSize from;
    private final PictureSize to;
    private final int reduction;
    private final int[] sums;
    private byte[] rgb;
    private int rows;

    RowSink(PictureSize from, int reduction) {
        this.from = from;
        this.to = from.reduced(reduction);
        this.reduction = reduction;
        this.sums = new int[reduction == 1 ? 0 : to.width() * 3];
        this.rgb = new byte[Math.min(total(), Math.max(FIRST_BYTES, to.width() * 3))];
    }

    /** Adds the next row; reads {@code width * 3} bytes. */
    void add(byte[] rgbRow) {
        int row = rows / reduction;
        rows++;
        if (reduction == 1) {
            int length = to.width() * 3;
            System.arraycopy(rgbRow, 0, room(row), row * length, length);
            return;
        }
        sum(rgbRow);
        if (rows % reduction == 0 || rows == from.height()) {
            average(row);
        }
    }

    /** Rows so far. */
    int rows() {
        return rows;
    }

    Image image() {
        if (rows != from.height()) {
            throw new IllegalStateException("rows: " + rows + " (expected: " + from.height() + ")");
        }
        return new Image(to.width(), to.height(), rgb);
    }

    private void sum(byte[] rgbRow) {
        int at = 0;
        for (int x = 0; x < to.width(); x++) {
            int columns = Math.min(reduction, from.width() - x * reduction);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int i = 0; i < columns; i++) {
                red += rgbRow[at++] & 0xFF;
                green += rgbRow[at++] & 0xFF;
                blue += rgbRow[at++] & 0xFF;
            }
            sums[x * 3] += red;
            sums[x * 3 + 1] += green;
            sums[x * 3 + 2] += blue;
        }
    }

    private void average(int row) {
        byte[] out = room(row);
        int at = row * to.width() * 3;
        int high = rows - row * reduction;
        for (int x = 0; x < to.width(); x++) {
            int count = high * Math.min(reduction, from.width() - x * reduction);
            for (int channel = 0; channel < 3; channel++) {
                out[at++] = (byte) ((sums[x * 3 + channel] + count / 2) / count);
            }
        }
        Arrays.fill(sums, 0);
    }

    /** The pixels so far, grown until the given row fits. */
    private byte[] room(int row) {
        int needed = (row + 1) * to.width() * 3;
        if (needed > rgb.length) {
            rgb = Arrays.copyOf(rgb, (int) Math.min(total(), Math.max(needed, rgb.length * 4L)));
        }
        return rgb;
    }

    private int total() {
        return to.width() * to.height() * 3;
    }
}
