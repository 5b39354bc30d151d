package dev.selfsame.server.backup;

import dev.selfsame.server.vault.MasterKeyCopy;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A backup that was read once from end to end, in which every byte is as its manifest says. */
public final class CheckedBackup {

    private static final int MOST_MANIFEST_BYTES = 1_000_000;
    private static final int MOST_KEY_BYTES = 100_000;
    private static final int MOST_STAMP_BYTES = 200;

    private final BackupFile file;
    private final BackupManifest manifest;
    private final byte[] manifestText;
    private final String stamp;
    private final byte @Nullable [] keyText;

    private CheckedBackup(BackupFile file, Parts parts) throws UnusableBackupException {
        this.file = file;
        manifestText = parts.required(parts.manifest);
        stamp = new String(parts.required(parts.stamp), StandardCharsets.US_ASCII);
        keyText = parts.keys;
        manifest = ManifestText.decode(manifestText);
        if (!manifest.entries().equals(parts.entries)) {
            throw new UnusableBackupException("it was altered: a digest is another");
        }
    }

    /** What the first reading finds. */
    private static final class Parts {

        private final List<BackupEntry> entries = new ArrayList<>();
        private byte @Nullable [] manifest;
        private byte @Nullable [] stamp;
        private byte @Nullable [] keys;

        byte[] required(byte @Nullable [] part) throws UnusableBackupException {
            if (part == null) {
                throw new UnusableBackupException("it is no backup, or was cut");
            }
            return part;
        }
    }

    /**
     * Reads a file to its end and keeps nothing of its rows.
     *
     * @throws UnusableBackupException if it is no backup, or was cut or altered
     */
    public static CheckedBackup of(BackupFile file) throws IOException {
        Parts parts = new Parts();
        try (ArchiveReader archive = new ArchiveReader(file.open())) {
            for (Optional<String> name = archive.next(); name.isPresent(); name = archive.next()) {
                read(name.get(), archive.content(), parts);
            }
        }
        return new CheckedBackup(Objects.requireNonNull(file, "file"), parts);
    }

    private static void read(String name, DigestingInput content, Parts parts) throws IOException {
        switch (name) {
            case EntryNames.MANIFEST -> parts.manifest = bounded(content, MOST_MANIFEST_BYTES);
            case EntryNames.STAMP -> parts.stamp = bounded(content, MOST_STAMP_BYTES);
            case EntryNames.MASTER_KEY -> {
                parts.keys = bounded(content, MOST_KEY_BYTES);
                parts.entries.add(content.finish(name));
            }
            default -> parts.entries.add(content.finish(name));
        }
    }

    private static byte[] bounded(InputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new UnusableBackupException("a file in it is far too long");
        }
        return bytes;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** The master keys in it, empty if it was made without. */
    public Optional<MasterKeyCopy> masterKeys() throws UnusableBackupException {
        if (keyText == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MasterKeyCopy.parse(keyText));
        } catch (IllegalArgumentException e) {
            throw new UnusableBackupException("its master keys are none", e);
        }
    }

    /**
     * Whether somebody who has these keys has written it, and nobody else changed it since.
     *
     * @param keys of which one must have made the stamp
     */
    public boolean isStampedBy(MasterKeyCopy keys) {
        return keys.hasStamped(manifestText, stamp);
    }

    /**
     * Fills a database.
     *
     * @throws UnusableBackupException if its schema is not known here, its tables are not those of
     *     that schema, or the file was changed since it was checked
     */
    public void fill(TableTarget target) throws IOException {
        target.fill(manifest.schema(), this::fill);
    }

    private void fill(TableTarget.EmptyTables tables) throws IOException {
        List<BackupEntry> found = new ArrayList<>();
        Set<String> missing = new HashSet<>(tables.names());
        try (ArchiveReader archive = new ArchiveReader(file.open())) {
            for (Optional<String> name = archive.next(); name.isPresent(); name = archive.next()) {
                DigestingInput content = archive.content();
                if (EntryNames.isTable(name.get())) {
                    String table = EntryNames.table(name.get());
                    fill(tables, table, new BufferedInputStream(content, 1 << 16));
                    missing.remove(table);
                }
                if (!name.get().equals(EntryNames.MANIFEST)
                        && !name.get().equals(EntryNames.STAMP)) {
                    found.add(content.finish(name.get()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new UnusableBackupException("it lacks a table of its schema");
        }
        if (!found.equals(manifest.entries())) {
            throw new UnusableBackupException("it was altered while it was read");
        }
    }

    private static void fill(TableTarget.EmptyTables tables, String table, InputStream lines)
            throws IOException {
        List<String> columns = new ArrayList<>();
        for (String column :
                RowText.next(lines)
                        .orElseThrow(() -> new UnusableBackupException("a table is empty"))) {
            columns.add(String.valueOf(column));
        }
        try (TableTarget.RowWriter writer = tables.writer(table, columns)) {
            for (var row = RowText.next(lines); row.isPresent(); row = RowText.next(lines)) {
                if (row.get().size() != columns.size()) {
                    throw new UnusableBackupException(
                            "a row has more or fewer values than columns");
                }
                writer.write(row.get());
            }
        }
    }
}
