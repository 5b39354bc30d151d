package dev.selfsame.engine.imaging;

/**
 * The bits of a scan, highest first; the zero byte behind each FF is left out. Behind the last bit
 * come zeros, and {@link #ranOut} tells whether one of them was used. Confined to one thread.
 */
final class JpegBits {

    private final byte[] file;
    private final int end;
    private int position;
    private long buffer;
    private int buffered;
    private int invented;

    /** Reads from {@code start} to the next marker, which stands before {@code end}. */
    JpegBits(byte[] file, int start, int end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    int next16() {
        if (buffered < 16) {
            fill();
        }
        return (int) (buffer >>> (buffered - 16)) & 0xFFFF;
    }

    /** Skips at most 16 bits, which {@link #next16} has shown. */
    void skip(int count) {
        buffered -= count;
    }

    boolean ranOut() {
        return buffered < invented;
    }

    /** Goes on behind the restart marker that stands next, if one does. */
    void restart() {
        buffer = 0;
        buffered = 0;
        invented = 0;
        while (position < end - 1) {
            if (file[position] == (byte) 0xFF && JpegSegment.isRestart(file[position + 1] & 0xFF)) {
                position += 2;
                return;
            }
            position++;
        }
    }

    private void fill() {
        while (buffered <= 48) {
            int value = 0;
            if (position >= end || isMarker()) {
                invented += 8;
            } else {
                value = file[position++] & 0xFF;
                position += value == 0xFF ? 1 : 0;
            }
            buffer = buffer << 8 | value;
            buffered += 8;
        }
    }

    private boolean isMarker() {
        return file[position] == (byte) 0xFF && (position + 1 >= end || file[position + 1] != 0);
    }
}
