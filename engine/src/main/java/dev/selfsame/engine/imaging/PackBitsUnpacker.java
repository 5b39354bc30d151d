package dev.selfsame.engine.imaging;

import java.io.IOException;
import java.io.InputStream;

/** Undoes the PackBits run-length coding (TIFF 6.0, section 9). */
final class PackBitsUnpacker implements Unpacker {

    private static final int NOTHING = 128;

    private final InputStream packed;
    private int left;
    private boolean repeating;
    private int repeated;

    PackBitsUnpacker(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int unpack() throws IOException {
        while (left == 0) {
            int head = packed.read();
            if (head < 0) {
                return -1;
            }
            if (head == NOTHING) {
                continue;
            }
            repeating = head > NOTHING;
            left = repeating ? 257 - head : head + 1;
            repeated = repeating ? packed.read() : 0;
        }
        left--;
        return repeating ? repeated : packed.read();
    }
}
