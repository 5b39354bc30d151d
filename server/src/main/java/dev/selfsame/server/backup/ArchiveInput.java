package dev.selfsame.server.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Counts the bytes of an archive and remembers the last ones. */
final class ArchiveInput extends FilterInputStream {

    /** Length of the record that ends an archive, which has no comment. */
    private static final int END_BYTES = 22;

    private static final byte[] END_MARK = {'P', 'K', 5, 6};

    private final byte[] last = new byte[END_BYTES];
    private long bytes;

    ArchiveInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            note((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = in.read(target, from, length);
        for (int i = Math.max(0, count - END_BYTES); i < count; i++) {
            last[(int) ((bytes + i) % END_BYTES)] = target[from + i];
        }
        bytes += Math.max(0, count);
        return count;
    }

    private void note(byte value) {
        last[(int) (bytes % END_BYTES)] = value;
        bytes++;
    }

    long bytes() {
        return bytes;
    }

    /** Whether it is read to its end, and that is the end of an archive. */
    boolean endsWhole() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (bytes < END_BYTES) {
            return false;
        }
        for (int i = 0; i < END_MARK.length; i++) {
            if (last[(int) ((bytes + i) % END_BYTES)] != END_MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
