package dev.selfsame.server.transfer;

import dev.selfsame.server.person.ExportedPerson;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Reads what {@link PeopleWriter} wrote, person by person. */
public final class PeopleReader implements AutoCloseable {

    // why: ten fingers of 65,000 bytes, a face and names
    private static final int MOST_FRAME_BYTES = 800_000;

    private final DataInputStream in;
    private final FrameKey key;
    private long read;
    private boolean ended;

    /**
     * Begins to read.
     *
     * @throws UnusableExportException if it is no such file
     */
    public PeopleReader(InputStream file, char[] passphrase) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(file, "file")));
        byte[] magic = in.readNBytes(PeopleWriter.MAGIC.length);
        byte[] salt = in.readNBytes(FrameKey.SALT_BYTES);
        if (!Arrays.equals(magic, PeopleWriter.MAGIC) || salt.length < FrameKey.SALT_BYTES) {
            throw new UnusableExportException("this is no file of people");
        }
        key = FrameKey.derive(passphrase, salt, number());
    }

    /**
     * The next person, empty behind the last one.
     *
     * @throws UnusableExportException if the file was altered or cut, or the passphrase is another
     */
    public Optional<ExportedPerson> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        int length = number();
        if (length < FrameKey.TAG_BYTES || length > MOST_FRAME_BYTES) {
            throw new UnusableExportException("the file was altered or cut");
        }
        byte[] box = in.readNBytes(length);
        if (box.length < length) {
            throw new UnusableExportException("the file is cut");
        }
        in.mark(1);
        int after = in.read();
        if (after < 0) {
            ended = true;
            end(box);
            return Optional.empty();
        }
        in.reset();
        ExportedPerson person = PersonRecord.decode(key.open(read, false, box));
        read++;
        return Optional.of(person);
    }

    private void end(byte[] box) throws IOException {
        String count = new String(key.open(read, true, box), StandardCharsets.US_ASCII);
        if (!count.equals(Long.toString(read))) {
            throw new UnusableExportException("the file was altered");
        }
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
