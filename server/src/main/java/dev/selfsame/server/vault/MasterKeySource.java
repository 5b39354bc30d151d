package dev.selfsame.server.vault;

import dev.selfsame.server.datadir.OwnerOnly;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where master keys come from: a setting, or a file that its owner alone can read. The file is read
 * again whenever a key is needed, so that a rotation reaches a running server.
 */
public final class MasterKeySource {

    private final @Nullable MasterKeys fixed;
    private final Path file;

    private MasterKeySource(@Nullable MasterKeys fixed, Path file) {
        this.fixed = fixed;
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * A source.
     *
     * @param usualFile the file where the options name neither a key nor a file
     * @throws UnusableMasterKeyException if the setting is no key
     */
    public static MasterKeySource of(VaultOptions options, Path usualFile) {
        String setting = options.masterKey();
        Path file = options.masterKeyFile() == null ? usualFile : options.masterKeyFile();
        if (setting == null || setting.isBlank()) {
            return new MasterKeySource(null, file);
        }
        try {
            return new MasterKeySource(MasterKeys.parse(setting), file);
        } catch (IllegalArgumentException e) {
            throw new UnusableMasterKeyException(
                    "selfsame.vault.master-key: " + e.getMessage(), null);
        }
    }

    /** For people: where the keys are. */
    public String name() {
        return fixed == null ? file.toString() : "selfsame.vault.master-key";
    }

    boolean isFile() {
        return fixed == null;
    }

    /** Whether there is a key already. */
    public boolean isThere() {
        return fixed != null || Files.exists(file);
    }

    /**
     * The keys as they are now.
     *
     * @throws UnusableMasterKeyException if they cannot be read
     */
    MasterKeys read() {
        if (fixed != null) {
            return fixed;
        }
        try {
            return MasterKeys.parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new UnusableMasterKeyException(
                    "the master key's file " + file + " is gone; restore it from its backup", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableMasterKeyException(
                    "the master key's file " + file + " is not usable: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the file's keys.
     *
     * @throws UnusableMasterKeyException if the keys are a setting, or the file cannot be written
     */
    void write(MasterKeys keys) {
        if (fixed != null) {
            throw new UnusableMasterKeyException(
                    "the master key is a setting; put the new one before the old one there", null);
        }
        try {
            OwnerOnly.write(file, keys.text().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UnusableMasterKeyException(
                    "the master key's file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Does what reads the file and relies on it, or writes it, while no other process does so;
     * waits for one that does. Two replacements of the file at once would lose the key that one of
     * them has just sealed with.
     *
     * @throws UnusableMasterKeyException if the lock cannot be had
     */
    <T> T alone(Supplier<T> work) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "folder");
        // why: where nobody can write the file, nobody can replace it either
        if (!isFile() || !Files.isWritable(folder)) {
            return work.get();
        }
        Path lockFile = folder.resolve(file.getFileName() + ".lock");
        try (FileChannel channel = OwnerOnly.openForWriting(lockFile);
                FileLock _ = channel.lock()) {
            return work.get();
        } catch (OverlappingFileLockException e) {
            throw new UnusableMasterKeyException(
                    "the master keys in " + file + " are being replaced right now; try again", e);
        } catch (IOException e) {
            throw new UnusableMasterKeyException(
                    "the master key's lock " + lockFile + " cannot be had: " + e.getMessage(), e);
        }
    }
}
