package dev.selfsame.engine.imaging;

import java.io.IOException;
import java.io.InputStream;

/** A stream that makes its bytes one at a time. */
abstract class UnpackingInputStream extends InputStream {

    /** The next byte 0..255, or -1 at the end. */
    abstract int unpack() throws IOException;

    @Override
    public final int read() throws IOException {
        return unpack();
    }

    @Override
    public final int read(byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int value = unpack();
            if (value < 0) {
                return done == 0 ? -1 : done;
            }
            into[from + done++] = (byte) value;
        }
        return done;
    }
}
