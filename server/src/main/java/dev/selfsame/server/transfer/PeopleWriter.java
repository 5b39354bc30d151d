package dev.selfsame.server.transfer;

import dev.selfsame.server.person.ExportedPerson;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Writes an encrypted file of people. Layout: {@code SSPEOPL1}, salt, iterations, then frames, each
 * behind its length in four bytes; the last one, which only {@link #finish} writes, holds the
 * number of people.
 */
public final class PeopleWriter implements AutoCloseable {

    static final byte[] MAGIC = "SSPEOPL1".getBytes(StandardCharsets.US_ASCII);

    private final DataOutputStream out;
    private final FrameKey key;
    private long written;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param passphrase not empty; is not kept
     */
    public PeopleWriter(OutputStream file, char[] passphrase) throws IOException {
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

    public void write(ExportedPerson person) throws IOException {
        frame(false, PersonRecord.encode(person));
        written++;
    }

    /** Ends the file; without this nobody takes it for whole. */
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            byte[] count = Long.toString(written).getBytes(StandardCharsets.US_ASCII);
            frame(true, count);
            out.flush();
        }
    }

    /** People so far. */
    public long written() {
        return written;
    }

    private void frame(boolean last, byte[] plain) throws IOException {
        byte[] box = key.seal(written, last, plain);
        out.writeInt(box.length);
        out.write(box);
    }

    /** Lets go of the file, finished or not. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
