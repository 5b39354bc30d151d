package dev.selfsame.server.datadir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and directories that nobody but their owner can read, where the file system knows owners.
 */
public final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** Makes a directory and its missing parents; existing ones keep their permissions. */
    public static void createDirectories(Path directory) throws IOException {
        try {
            Files.createDirectories(directory, permissions("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(directory + " is a file (expected: a directory)", e);
        }
    }

    /** Opens a file and makes it where it is not there; an existing one keeps its content. */
    public static FileChannel openForWriting(Path file) throws IOException {
        return FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                permissions("rw-------"));
    }

    /**
     * Writes a file in one step: after a crash there is the old one, the new one or none, never
     * half of one. Replaces what is there.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        permissions("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] permissions(String symbols) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(symbols);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
