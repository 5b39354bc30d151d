package dev.selfsame.server.datadir;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;

/**
 * The one server of a data directory. The lock ends with its process, however that ends: the file
 * stays, and means nothing.
 */
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the directory, which must be there, for this process.
     *
     * @throws IOException if another server has it, in words for the person at the prompt
     */
    public static DirectoryLock take(DataDirectory data) throws IOException {
        FileChannel file = OwnerOnly.openForWriting(data.lockFile());
        boolean taken = false;
        try {
            FileLock lock = tryLock(file, data);
            if (lock == null) {
                throw inUse(data);
            }
            taken = true;
            return new DirectoryLock(file);
        } catch (OverlappingFileLockException e) {
            // why: thrown instead of an answer where the other server runs in this very process.
            // Closing the file may end that one's lock too (POSIX); only tests have two in a
            // process
            throw inUse(data);
        } finally {
            if (!taken) {
                file.close();
            }
        }
    }

    /**
     * True while a server runs on the directory. For a command beside it: a server that starts at
     * this very moment may find the directory taken.
     */
    public static boolean isTaken(DataDirectory data) throws IOException {
        if (!Files.exists(data.lockFile())) {
            return false;
        }
        try (FileChannel file = OwnerOnly.openForWriting(data.lockFile());
                FileLock lock = tryLock(file, data)) {
            return lock == null;
        } catch (OverlappingFileLockException _) {
            return true;
        }
    }

    /** Lets the next server in. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private static @Nullable FileLock tryLock(FileChannel file, DataDirectory data)
            throws IOException {
        try {
            return file.tryLock();
        } catch (IOException e) {
            throw new IOException(
                    "the data directory " + data.root() + " is on a file system without locks", e);
        }
    }

    private static IOException inUse(DataDirectory data) {
        return new IOException(
                "another server runs on the data directory "
                        + data.root()
                        + "; stop it, or choose another directory with --data");
    }
}
