package dev.selfsame.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** The content of one file of an archive; computes its digest while it is read. */
final class DigestingInput extends InputStream {

    private final Source source;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    DigestingInput(Source source) {
        this.source = source;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    @FunctionalInterface
    interface Source {

        int read(byte[] target, int from, int length) throws IOException;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = source.read(target, from, length);
        if (count > 0) {
            digest.update(target, from, count);
            bytes += count;
        }
        return count;
    }

    /** Reads what is left and says what it was. */
    BackupEntry finish(String name) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return new BackupEntry(name, bytes, Sha256.hex(digest));
    }
}
