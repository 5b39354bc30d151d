package dev.selfsame.server.store.files;

import dev.selfsame.server.datadir.OwnerOnly;
import dev.selfsame.server.media.ObjectName;
import dev.selfsame.server.media.ObjectStore;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects as files below one folder, open to their owner alone. Safe for any number of threads. */
public final class FileObjects implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileObjects.class);

    // why so many: each is lost only to somebody who deletes the folder at that very moment
    private static final int MOST_TRIES = 100;

    private final Path folder;

    /**
     * A store.
     *
     * @param folder made when something is kept
     */
    public FileObjects(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    @Override
    public String region() {
        return "local";
    }

    @Override
    public String bucketName() {
        return folder.getFileName().toString();
    }

    @Override
    public void put(String name, byte[] sealed) {
        if (sealed.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "sealed: " + sealed.length + " bytes (expected: up to " + MAX_BYTES + ")");
        }
        Path file = path(name);
        for (int left = MOST_TRIES; ; left--) {
            try {
                OwnerOnly.createDirectories(parent(file));
                OwnerOnly.write(file, sealed);
                return;
            } catch (IOException e) {
                if (left == 0 || !folderWentAway(e)) {
                    throw unavailable(e);
                }
                LOG.debug("the folder of {} went away", name, e);
            }
        }
    }

    /** Somebody deletes folders that are empty, and ours is empty until the file is in it. */
    private static boolean folderWentAway(IOException failure) {
        return failure instanceof NoSuchFileException
                || failure.getCause() instanceof FileAlreadyExistsException;
    }

    @Override
    public Optional<byte[]> get(String name) {
        Path file = path(name);
        // why not until it fails: a folder of that name is no object either
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                LOG.warn("{} is larger than anything that was kept", name);
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void delete(String name) {
        Path file = path(name);
        try {
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(file);
                deleteEmpty(parent(file));
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public int deleteAll(String prefix) {
        Path top = path(ObjectName.beforeSlash(prefix));
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        try {
            int files = deleteTree(top);
            deleteEmpty(parent(top));
            return files;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Somebody else may be deleting the same tree. */
    private static int deleteTree(Path top) throws IOException {
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return Files.deleteIfExists(top) ? 1 : 0;
        }
        int files = 0;
        for (Path child : children(top)) {
            files += deleteTree(child);
        }
        deleteIfEmpty(top);
        return files;
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<String> firstPartsUpTo(String last) {
        ObjectName.checked(last);
        try {
            return children(folder).stream()
                    .filter(part -> Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS))
                    .map(part -> part.getFileName().toString())
                    .filter(part -> part.compareTo(last) <= 0)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Deletes folders from this one up that have become empty, but not the store's own. */
    private void deleteEmpty(Path from) throws IOException {
        Path path = from;
        while (!path.equals(folder) && deleteIfEmpty(path)) {
            path = parent(path);
        }
    }

    private static boolean deleteIfEmpty(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (DirectoryNotEmptyException _) {
            return false;
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a file of the store without a folder");
    }

    private Path path(String name) {
        return folder.resolve(ObjectName.checked(name));
    }

    private static Problem unavailable(IOException failure) {
        LOG.warn("pictures cannot be kept, read or deleted", failure);
        return new Problem(
                ProblemKind.UNAVAILABLE,
                "the store of pictures does not work; send the request again later",
                failure);
    }
}
