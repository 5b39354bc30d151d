package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.backup.BackupManifest;
import dev.selfsame.server.backup.BackupWriter;
import dev.selfsame.server.datadir.OwnerOnly;
import dev.selfsame.server.transfer.SealedOutput;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Writes all of the database to a file, beside servers that run. */
@Command(
        name = "backup",
        description = {
            "Write everything in the database to one file, as it is at one moment; works while"
                    + " servers run.",
            "With a passphrase the file holds the master key too, and is encrypted. Without one it"
                    + " holds no key: templates and names in it are noise to whoever has not the"
                    + " master key, the rest is in clear."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame backup --passphrase-file secret.txt monday.backup",
            "  selfsame backup monday.zip       # keep a copy of the master key apart from it"
        })
public final class BackupCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "Encrypt the backup: a file whose first line is the passphrase, 12 characters"
                            + " or more")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--without-keys",
            description = "Leave the master key out of an encrypted backup too")
    private boolean withoutKeys;

    @Parameters(paramLabel = "FILE", description = "The file to write; must not be there")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> backup(store, line));
    }

    private int backup(OpenStore store, CommandLine line) {
        if (Files.exists(file)) {
            return StoreOption.fail(line, file + " is there already; name another file");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            BackupManifest manifest = write(store.backups(), draft);
            String sha256 = FileDigest.sha256(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            store.record(AuditEntry.NONE, "backup.create", sha256, true);
            print(line, manifest, sha256);
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            store.record(AuditEntry.NONE, "backup.create", AuditEntry.NONE, false);
            return StoreOption.fail(line, "the backup cannot be written: " + e.getMessage());
        }
    }

    private BackupManifest write(BackupWriter backups, Path draft) throws IOException {
        Files.deleteIfExists(draft);
        boolean written = false;
        OwnerOnly.write(draft, new byte[0]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            BackupManifest manifest = writeTo(out, backups);
            written = true;
            return manifest;
        } finally {
            if (!written) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private BackupManifest writeTo(OutputStream out, BackupWriter backups) throws IOException {
        if (passphraseFile == null) {
            return backups.write(out, false);
        }
        try (SealedOutput sealed = new SealedOutput(out, PassphraseFile.read(passphraseFile))) {
            BackupManifest manifest = backups.write(sealed, !withoutKeys);
            sealed.finish();
            return manifest;
        }
    }

    private void print(CommandLine line, BackupManifest manifest, String sha256) {
        boolean encrypted = passphraseFile != null;
        if (option.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("file", file.toString());
            members.put("sha256", sha256);
            members.put("created", manifest.created().toString());
            members.put("schema", manifest.schema());
            members.put("people", manifest.people());
            members.put("encrypted", encrypted);
            members.put("holdsMasterKeys", manifest.holdsMasterKeys());
            line.getOut().println(JsonLine.of(members));
            line.getOut().flush();
        } else {
            line.getErr().println(words(manifest, encrypted));
            line.getErr().flush();
        }
    }

    private String words(BackupManifest manifest, boolean encrypted) {
        String what = "%d people and all else are in %s.".formatted(manifest.people(), file);
        if (manifest.holdsMasterKeys()) {
            return what + " So is the master key: keep the passphrase, apart from it.";
        }
        String keys =
                " The master key is NOT: keep a copy of "
                        + option.masters().name()
                        + " apart from it, or nobody can use it.";
        return encrypted
                ? what + keys
                : what
                        + keys
                        + " It is not encrypted: tenants, counts, trail and hashes of keys are in"
                        + " clear.";
    }
}
