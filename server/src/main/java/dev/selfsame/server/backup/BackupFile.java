package dev.selfsame.server.backup;

import dev.selfsame.server.transfer.SealedInput;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file that may be a backup, encrypted or not, to be read from its beginning any number of times.
 */
public final class BackupFile {

    private final Path file;
    private final char @Nullable [] passphrase;

    /**
     * A file.
     *
     * @param passphrase null for one that is not encrypted
     */
    public BackupFile(Path file, char @Nullable [] passphrase) {
        this.file = Objects.requireNonNull(file, "file");
        this.passphrase = passphrase == null ? null : passphrase.clone();
    }

    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        boolean opened = false;
        try {
            in.mark(SealedInput.MAGIC_BYTES);
            boolean isSealed = SealedInput.isSealed(in.readNBytes(SealedInput.MAGIC_BYTES));
            in.reset();
            InputStream plain = isSealed ? new SealedInput(in, passphrase()) : in;
            if (!isSealed && passphrase != null) {
                // why: else somebody could put another file in the place of an encrypted one
                throw new UnusableBackupException(
                        "it is not encrypted; leave --passphrase-file out if that is as it should"
                                + " be");
            }
            opened = true;
            return plain;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    private char[] passphrase() throws UnusableBackupException {
        if (passphrase == null) {
            throw new UnusableBackupException(
                    "it is encrypted; name the file of its passphrase with --passphrase-file");
        }
        return Arrays.copyOf(passphrase, passphrase.length);
    }
}
