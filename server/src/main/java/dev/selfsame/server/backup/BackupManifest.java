package dev.selfsame.server.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a backup says of itself.
 *
 * @param program version that wrote it
 * @param schema number of the database's last migration
 * @param created everything acknowledged before that moment is in it
 * @param masterKeys ids of the master keys that are needed to open what it holds
 * @param people how many are enrolled in it
 * @param entries all other files in it, in their order
 */
public record BackupManifest(
        String program,
        String schema,
        Instant created,
        List<String> masterKeys,
        long people,
        List<BackupEntry> entries) {

    public BackupManifest {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(created, "created");
        masterKeys = List.copyOf(masterKeys);
        entries = List.copyOf(entries);
        if (people < 0) {
            throw new IllegalArgumentException("people: " + people + " (expected: 0 or more)");
        }
    }

    /** Whether the master keys are in it as well. */
    public boolean holdsMasterKeys() {
        return entries.stream().anyMatch(entry -> entry.name().equals(EntryNames.MASTER_KEY));
    }
}
