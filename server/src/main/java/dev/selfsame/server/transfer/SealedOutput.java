package dev.selfsame.server.transfer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Encrypts a stream with a passphrase. Layout: {@code SSSEALD1}, salt, iterations, then frames of
 * {@value #FRAME_BYTES} bytes, each behind its length in four bytes; the last one, which only
 * {@link #finish} writes, may be shorter, and is marked as the last.
 */
public final class SealedOutput extends OutputStream {

    static final byte[] MAGIC = "SSSEALD1".getBytes(StandardCharsets.US_ASCII);

    static final int FRAME_BYTES = 65_536;

    private final DataOutputStream out;
    private final FrameKey key;
    private final byte[] frame = new byte[FRAME_BYTES];
    private int filled;
    private long written;
    private boolean finished;

    /**
     * Begins a stream.
     *
     * @param passphrase not empty; is not kept
     */
    public SealedOutput(OutputStream file, char[] passphrase) throws IOException {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("passphrase: empty");
        }
        byte[] salt = new byte[FrameKey.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        key = FrameKey.derive(passphrase, salt, FrameKey.ITERATIONS);
        out = new DataOutputStream(file);
        out.write(MAGIC);
        out.write(salt);
        out.writeInt(FrameKey.ITERATIONS);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
        int taken = 0;
        while (taken < length) {
            // why only now: a full frame may be the last one
            if (filled == FRAME_BYTES) {
                frame(false);
            }
            int count = Math.min(length - taken, FRAME_BYTES - filled);
            System.arraycopy(content, from + taken, frame, filled, count);
            filled += count;
            taken += count;
        }
    }

    /** Ends the stream; without this nobody takes it for whole. */
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            frame(true);
            out.flush();
        }
    }

    private void frame(boolean last) throws IOException {
        byte[] box = key.seal(written, last, Arrays.copyOf(frame, filled));
        out.writeInt(box.length);
        out.write(box);
        written++;
        filled = 0;
    }

    /** Lets go of the file, finished or not. */
    @Override
    public void close() throws IOException {
        Arrays.fill(frame, (byte) 0);
        out.close();
    }
}
