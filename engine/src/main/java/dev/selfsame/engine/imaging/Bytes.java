package dev.selfsame.engine.imaging;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A window on a file, read at any place with bounds checked. Positions count from the window's
 * start. Shares its array.
 *
 * @param array the whole file
 * @param start first byte of the window
 * @param end first byte after the window
 * @param order of numbers longer than a byte
 */
record Bytes(byte[] array, int start, int end, ByteOrder order) {

    static Bytes bigEndian(byte[] file) {
        return new Bytes(file, 0, file.length, ByteOrder.BIG_ENDIAN);
    }

    static Bytes littleEndian(byte[] file) {
        return new Bytes(file, 0, file.length, ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return end - start;
    }

    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at + count <= length();
    }

    /** The window without its first {@code at} bytes, at most {@code count} long. */
    Bytes slice(int at, int count) throws RefusedException {
        require(at, count);
        return new Bytes(array, start + at, start + at + count, order);
    }

    Bytes in(ByteOrder other) {
        return new Bytes(array, start, end, other);
    }

    byte[] copy(int at, int count) throws RefusedException {
        require(at, count);
        return Arrays.copyOfRange(array, start + at, start + at + count);
    }

    int u8(long at) throws RefusedException {
        require(at, 1);
        return array[start + (int) at] & 0xFF;
    }

    int u16(long at) throws RefusedException {
        int first = u8(at);
        int second = u8(at + 1);
        return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
    }

    long u32(long at) throws RefusedException {
        long first = u16(at);
        long second = u16(at + 2);
        return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
    }

    int s32(long at) throws RefusedException {
        return (int) u32(at);
    }

    /** Whether the ASCII text stands at the position; false where it would run past the end. */
    boolean startsWith(long at, String text) {
        if (!has(at, text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((array[start + (int) at + i] & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void require(long at, long count) throws RefusedException {
        if (!has(at, count)) {
            throw RefusedException.truncated("it ends inside its own structure");
        }
    }
}
