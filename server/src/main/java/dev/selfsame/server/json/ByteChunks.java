package dev.selfsame.server.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of unknown number. why not the JDK's stream: it doubles its array as it grows, and a body's
 * memory is paid for beforehand.
 */
final class ByteChunks {

    private static final int CHUNK = 1 << 14;
    private static final int FIRST_CHUNK = 1 << 9;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[FIRST_CHUNK];
    private int used;
    private int fullBytes;

    void add(int value) {
        if (used == last.length) {
            full.add(last);
            fullBytes += used;
            last = new byte[CHUNK];
            used = 0;
        }
        last[used] = (byte) value;
        used++;
    }

    int size() {
        return fullBytes + used;
    }

    byte[] toByteArray() {
        byte[] all = new byte[size()];
        int at = 0;
        for (byte[] chunk : full) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        System.arraycopy(last, 0, all, at, used);
        return all;
    }
}
