package dev.selfsame.engine.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Undoes the LZW coding of TIFF (6.0, section 13): codes of 9 to 12 bits, highest bit first, one
 * code longer as soon as the table is one entry short of full. Confined to one thread.
 */
final class LzwUnpacker implements Unpacker {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int MOST_BITS = 12;
    private static final int NONE = -1;

    private final InputStream packed;
    private final short[] prefix = new short[1 << MOST_BITS];
    private final byte[] suffix = new byte[1 << MOST_BITS];

    /** The current entry's bytes, last one first. */
    private final byte[] waiting = new byte[1 << MOST_BITS];

    private int waitingCount;
    private int free = FIRST_FREE;
    private int codeBits = 9;
    private int previous = NONE;
    private int buffer;
    private int bufferBits;
    private boolean ended;

    LzwUnpacker(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int unpack() throws IOException {
        while (waitingCount == 0 && !ended) {
            next();
        }
        return waitingCount == 0 ? -1 : waiting[--waitingCount] & 0xFF;
    }

    private void next() throws IOException {
        int code = code();
        if (code == END) {
            ended = true;
        } else if (code == CLEAR) {
            free = FIRST_FREE;
            codeBits = 9;
            previous = NONE;
        } else {
            take(code);
        }
    }

    private void take(int code) throws IOException {
        boolean known = code < CLEAR || (code >= FIRST_FREE && code < free);
        boolean itself = code == free && previous != NONE;
        if (!known && !itself) {
            throw new ZipException("LZW code beyond the table");
        }
        if (itself) {
            // the entry just being made: the previous one and its own first byte
            unfold(previous, 1);
            waiting[0] = waiting[waitingCount - 1];
        } else {
            unfold(code, 0);
        }
        if (previous != NONE && free < prefix.length) {
            prefix[free] = (short) previous;
            suffix[free] = waiting[waitingCount - 1];
            free++;
        }
        if (free + 1 >= 1 << codeBits && codeBits < MOST_BITS) {
            codeBits++;
        }
        previous = code;
    }

    private void unfold(int code, int from) {
        int at = from;
        int entry = code;
        while (entry >= FIRST_FREE) {
            waiting[at++] = suffix[entry];
            entry = prefix[entry];
        }
        waiting[at++] = (byte) entry;
        waitingCount = at;
    }

    private int code() throws IOException {
        while (bufferBits < codeBits) {
            int next = packed.read();
            if (next < 0) {
                return END;
            }
            buffer = buffer << 8 | next;
            bufferBits += 8;
        }
        bufferBits -= codeBits;
        int code = buffer >> bufferBits & ((1 << codeBits) - 1);
        buffer &= (1 << bufferBits) - 1;
        return code;
    }
}
