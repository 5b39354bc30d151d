package dev.selfsame.engine.imaging;

import java.io.IOException;
import java.io.InputStream;

/** What an unpacker makes, as a stream. */
final class UnpackingInputStream extends InputStream {

    private final Unpacker unpacker;

    UnpackingInputStream(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    @Override
    public int read() throws IOException {
        return unpacker.unpack();
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int value = unpacker.unpack();
            if (value < 0) {
                return done == 0 ? -1 : done;
            }
            into[from + done++] = (byte) value;
        }
        return done;
    }
}
