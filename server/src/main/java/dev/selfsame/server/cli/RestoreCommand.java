package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.backup.BackupFile;
import dev.selfsame.server.backup.BackupManifest;
import dev.selfsame.server.backup.CheckedBackup;
import dev.selfsame.server.backup.EmptyPlace;
import dev.selfsame.server.backup.UnusableBackupException;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.datadir.DirectoryLock;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.store.jdbc.EmptyDatabase;
import dev.selfsame.server.transfer.UnusableExportException;
import dev.selfsame.server.vault.MasterKeyCopy;
import dev.selfsame.server.vault.MasterKeySource;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Fills an empty data directory, or an empty PostgreSQL, from a backup. */
@Command(
        name = "restore",
        description = {
            "Make a server's data from a backup: in a data directory that is empty, or in an empty"
                    + " PostgreSQL if the settings name one.",
            "The file is read to its end and checked before anything is made."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame restore --data /srv/new --passphrase-file secret.txt monday.backup",
            "  selfsame restore --data /srv/new --master-key /mnt/safe/master-key monday.zip"
        })
public final class RestoreCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The passphrase of an encrypted backup, in the first line of a file")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description =
                    "The master key of a backup without keys, unless it is where the server looks"
                            + " for it")
    private @Nullable Path masterKey;

    @Parameters(paramLabel = "FILE", description = "The file that backup wrote")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.guarded(line, () -> restore(line));
    }

    private int restore(CommandLine line) {
        try {
            String sha256 = FileDigest.sha256(file);
            DataDirectory data = option.directory();
            EmptyPlace.check(data);
            CheckedBackup backup = checked();
            MasterKeySource place = option.masters();
            MasterKeyCopy keys = keysFor(backup, place);
            fill(backup, keys, place, data);
            return option.run(
                    line,
                    store -> {
                        store.record(AuditEntry.NONE, "backup.restore", sha256, true);
                        print(line, backup.manifest(), data);
                        return CommandLine.ExitCode.OK;
                    });
        } catch (UnusableBackupException | UnusableExportException e) {
            throw new UnusableInputException(file + " cannot be restored: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UnusableInputException("there is no file " + e.getFile());
        } catch (IOException e) {
            return StoreOption.fail(line, "not restored: " + e.getMessage());
        }
    }

    private CheckedBackup checked() throws IOException {
        char[] passphrase = passphraseFile == null ? null : PassphraseFile.read(passphraseFile);
        return CheckedBackup.of(new BackupFile(file, passphrase));
    }

    /** Keys that open all of it and have stamped it. */
    private MasterKeyCopy keysFor(CheckedBackup backup, MasterKeySource place) throws IOException {
        MasterKeyCopy keys = place.isThere() ? MasterKeyCopy.of(place) : given(backup);
        if (!keys.holdsAll(backup.manifest().masterKeys())) {
            throw new IOException(
                    "the backup is sealed with the master keys "
                            + String.join(", ", backup.manifest().masterKeys())
                            + ", and not all of them are "
                            + (place.isThere() ? "in " + place.name() : "there"));
        }
        if (!backup.isStampedBy(keys)) {
            throw new UnusableBackupException("it was altered: the stamp of its manifest is wrong");
        }
        return keys;
    }

    private MasterKeyCopy given(CheckedBackup backup) throws IOException {
        if (masterKey != null) {
            return MasterKeyCopy.parse(Files.readAllBytes(masterKey));
        }
        return backup.masterKeys()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "the backup holds no master key; name the file of your"
                                                + " copy with --master-key"));
    }

    private void fill(
            CheckedBackup backup, MasterKeyCopy keys, MasterKeySource place, DataDirectory data)
            throws IOException {
        DatabaseOptions options = option.database();
        data.create();
        try (DirectoryLock _ = DirectoryLock.take(data);
                EmptyDatabase database = EmptyDatabase.open(options, data.database())) {
            // why first: what follows cannot be undone in a PostgreSQL
            keys.writeIfAbsent(place);
            backup.fill(database);
            database.commit();
        }
    }

    private void print(CommandLine line, BackupManifest manifest, DataDirectory data) {
        if (option.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("people", manifest.people());
            members.put("created", manifest.created().toString());
            members.put("program", manifest.program());
            members.put("schema", manifest.schema());
            line.getOut().println(JsonLine.of(members));
            line.getOut().flush();
        } else {
            line.getErr()
                    .println(
                            "%d people and all else are as of %s. Who was deleted and which keys"
                                            .formatted(manifest.people(), manifest.created())
                                    + " were revoked since then are back: delete and revoke them"
                                    + " again. Start it with: selfsame serve --data "
                                    + data.root());
            line.getErr().flush();
        }
    }
}
