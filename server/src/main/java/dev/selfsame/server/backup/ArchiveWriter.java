package dev.selfsame.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of a backup one after the other, and notes size and digest of each. */
final class ArchiveWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final FileTime time;
    private final List<BackupEntry> entries = new ArrayList<>();

    /**
     * Begins an archive.
     *
     * @param time of all of its files
     */
    ArchiveWriter(OutputStream file, Instant time) {
        zip = new ZipOutputStream(new DigestingOutput(file));
        // why: most of it is encrypted, and a server wants the processor meanwhile
        zip.setLevel(Deflater.BEST_SPEED);
        this.time = FileTime.from(time);
    }

    /** What writes a file's content. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
        DigestingOutput out = new DigestingOutput(zip);
        content.writeTo(out);
        zip.closeEntry();
        entries.add(new BackupEntry(name, out.bytes(), out.sha256()));
    }

    /** What was added so far. */
    List<BackupEntry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the archive; without this nobody takes it for whole. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** Frees what compresses; the file below stays open. */
    @Override
    public void close() throws IOException {
        zip.close();
    }
}
