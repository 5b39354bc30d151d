package dev.selfsame.server.backup;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the files of a backup one after the other and believes nothing: names that are not of a
 * backup, names twice, more than was ever compressed into so few bytes, and an archive without its
 * end are refused.
 */
final class ArchiveReader implements AutoCloseable {

    /** More than a database has tables. */
    private static final int MOST_ENTRIES = 1000;

    /** What compresses best, rows of counts, has become 30 times as small. */
    private static final int MOST_RATIO = 200;

    /** So much may come of few bytes. */
    private static final long SLACK_BYTES = 10_000_000;

    private final ArchiveInput file;
    private final ZipInputStream zip;
    private final Set<String> names = new HashSet<>();
    private long inflated;

    ArchiveReader(InputStream file) {
        this.file = new ArchiveInput(file);
        zip = new ZipInputStream(this.file);
    }

    /**
     * Goes to the next file; empty behind the last one, where the archive must be whole.
     *
     * @throws UnusableBackupException if it is no backup, or cut or altered
     */
    Optional<String> next() throws IOException {
        ZipEntry entry = nextEntry();
        if (entry == null) {
            if (names.isEmpty()) {
                throw new UnusableBackupException("it is no backup");
            }
            if (!file.endsWhole()) {
                throw new UnusableBackupException("it was cut");
            }
            return Optional.empty();
        }
        String name = entry.getName();
        if (!EntryNames.isKnown(name)) {
            // why its name is not repeated: it is whatever somebody made of it
            throw new UnusableBackupException("it holds a file that belongs to no backup");
        }
        if (!names.add(name) || names.size() > MOST_ENTRIES) {
            throw new UnusableBackupException("it holds a file twice, or too many");
        }
        return Optional.of(name);
    }

    /** The content of the file that {@link #next} went to. */
    DigestingInput content() {
        return new DigestingInput(this::read);
    }

    private int read(byte[] target, int from, int length) throws IOException {
        int count = inflate(target, from, length);
        inflated += Math.max(0, count);
        if (inflated > SLACK_BYTES + MOST_RATIO * file.bytes()) {
            throw new UnusableBackupException("it would become far too large");
        }
        return count;
    }

    private @Nullable ZipEntry nextEntry() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw broken(e);
        }
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        try {
            return zip.read(target, from, length);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw broken(e);
        }
    }

    private static UnusableBackupException broken(Exception cause) {
        return new UnusableBackupException("it was cut or altered", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
