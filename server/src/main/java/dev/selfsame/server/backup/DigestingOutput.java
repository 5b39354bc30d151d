package dev.selfsame.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts what goes through and computes its digest. */
final class DigestingOutput extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    DigestingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
        out.write(content, from, length);
        digest.update(content, from, length);
        bytes += length;
    }

    /** Leaves what is below open, for whoever opened it. */
    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** Of all so far; then it begins anew. */
    String sha256() {
        return Sha256.hex(digest);
    }
}
