package dev.selfsame.server.transfer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads what {@link SealedOutput} wrote. Gives out nothing that was altered; that the stream was
 * cut shows where it ends.
 */
public final class SealedInput extends InputStream {

    /** So many bytes say whether a file is one. */
    public static final int MAGIC_BYTES = 8;

    private final DataInputStream in;
    private final FrameKey key;
    private byte[] frame = new byte[0];
    private int taken;
    private long read;
    private boolean ended;

    /**
     * Begins to read.
     *
     * @param passphrase is not kept
     * @throws UnusableExportException if it is no such stream
     */
    public SealedInput(InputStream file, char[] passphrase) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(file, "file")));
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        byte[] salt = in.readNBytes(FrameKey.SALT_BYTES);
        if (!isSealed(magic) || salt.length < FrameKey.SALT_BYTES) {
            throw new UnusableExportException("the file was cut, or is not encrypted");
        }
        key = FrameKey.derive(passphrase, salt, number());
    }

    /** Whether a file that begins with these bytes is one. */
    public static boolean isSealed(byte[] firstBytes) {
        return Arrays.equals(firstBytes, SealedOutput.MAGIC);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (taken == frame.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, frame.length - taken);
        System.arraycopy(frame, taken, target, from, count);
        taken += count;
        return count;
    }

    private void next() throws IOException {
        int length = number();
        if (length < FrameKey.TAG_BYTES || length > SealedOutput.FRAME_BYTES + FrameKey.TAG_BYTES) {
            throw new UnusableExportException("the file was altered or cut");
        }
        byte[] box = in.readNBytes(length);
        if (box.length < length) {
            throw new UnusableExportException("the file is cut");
        }
        in.mark(1);
        ended = in.read() < 0;
        if (!ended) {
            in.reset();
        }
        frame = key.open(read, ended, box);
        taken = 0;
        read++;
    }

    private int number() throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            throw new UnusableExportException("the file is cut", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
