package dev.selfsame.server.backup;

import dev.selfsame.server.vault.MasterKeyCopy;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.version.Version;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes backups: a ZIP archive with a file of rows for each table, the master keys if asked for, a
 * manifest with the digest of each file, and a stamp that only who has a master key can make.
 */
public final class BackupWriter {

    private static final String PEOPLE = "person";

    private final TableSource source;
    private final MasterKeySource masters;
    private final Clock clock;

    public BackupWriter(TableSource source, MasterKeySource masters, Clock clock) {
        this.source = Objects.requireNonNull(source, "source");
        this.masters = Objects.requireNonNull(masters, "masters");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What is learnt of the tables while they are written. */
    private static final class Learnt {

        private final Set<String> masterKeys = new TreeSet<>();
        private String schema = "";
        private long people;
    }

    /**
     * Writes a backup of the database as it is now, while others change it.
     *
     * @param out not closed
     * @param withMasterKeys whether the master keys go into it: then it opens itself
     */
    public BackupManifest write(OutputStream out, boolean withMasterKeys) throws IOException {
        Instant created = clock.instant();
        try (ArchiveWriter archive = new ArchiveWriter(out, created)) {
            Learnt learnt = new Learnt();
            source.read(tables -> writeTables(tables, archive, learnt));
            MasterKeyCopy keys = keysOf(learnt);
            if (withMasterKeys) {
                archive.add(EntryNames.MASTER_KEY, file -> file.write(keys.text()));
            }
            BackupManifest manifest = manifest(created, learnt, archive);
            byte[] text = ManifestText.encode(manifest);
            byte[] stamp = keys.stamp(text).getBytes(StandardCharsets.US_ASCII);
            archive.add(EntryNames.MANIFEST, file -> file.write(text));
            archive.add(EntryNames.STAMP, file -> file.write(stamp));
            archive.finish();
            return manifest;
        }
    }

    private static BackupManifest manifest(Instant created, Learnt learnt, ArchiveWriter archive) {
        return new BackupManifest(
                Version.current().text(),
                learnt.schema,
                created,
                List.copyOf(learnt.masterKeys),
                learnt.people,
                archive.entries());
    }

    private static void writeTables(TableSource.Tables tables, ArchiveWriter archive, Learnt learnt)
            throws IOException {
        learnt.schema = tables.schema();
        for (String table : tables.names()) {
            archive.add(EntryNames.ofTable(table), file -> writeTable(tables, table, file, learnt));
        }
    }

    private static void writeTable(
            TableSource.Tables tables, String table, OutputStream file, Learnt learnt)
            throws IOException {
        List<String> columns = tables.columns(table);
        file.write(RowText.line(new ArrayList<>(columns)));
        // why by its name: in every table that has it, it says which master key seals the row
        int master = columns.indexOf("master_id");
        boolean areSomebody = table.equals(PEOPLE);
        tables.forEachRow(
                table,
                row -> {
                    file.write(RowText.line(row));
                    String id = master < 0 ? null : row.get(master);
                    if (id != null) {
                        learnt.masterKeys.add(id);
                    }
                    if (areSomebody) {
                        learnt.people++;
                    }
                });
    }

    /** Read after the tables: a rotation meanwhile may have taken away what they need. */
    private MasterKeyCopy keysOf(Learnt learnt) throws IOException {
        MasterKeyCopy keys = MasterKeyCopy.of(masters);
        if (!keys.holdsAll(learnt.masterKeys)) {
            throw new IOException(
                    "master keys were retired meanwhile that it needs; make the backup again");
        }
        learnt.masterKeys.add(keys.currentId());
        return keys;
    }
}
