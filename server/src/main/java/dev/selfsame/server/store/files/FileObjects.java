package dev.selfsame.server.store.files;

import dev.selfsame.server.datadir.OwnerOnly;
import dev.selfsame.server.media.ObjectStore;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects as files below one folder, open to their owner alone. Safe for any number of threads. */
public final class FileObjects implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileObjects.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*");

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
        Path file = path(name);
        try {
            while (true) {
                OwnerOnly.createDirectories(parent(file));
                try {
                    OwnerOnly.write(file, sealed);
                    return;
                } catch (NoSuchFileException e) {
                    // why again: somebody deleted what was empty until now
                    LOG.debug("the folder of {} went away", name, e);
                }
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
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
            Files.deleteIfExists(file);
            deleteEmpty(parent(file));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public int deleteAll(String prefix) {
        Path top = path(prefix.substring(0, prefix.length() - 1));
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
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    @Override
    public List<String> firstParts(Predicate<String> wanted) {
        try {
            return children(folder).stream()
                    .map(part -> part.getFileName().toString())
                    .filter(wanted)
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
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name: not of parts of a-z, A-Z, 0-9 and -");
        }
        return folder.resolve(name);
    }

    private static Problem unavailable(IOException failure) {
        LOG.warn("pictures cannot be kept or read", failure);
        return new Problem(
                ProblemKind.UNAVAILABLE,
                "the store of pictures does not work; send the request again later",
                failure);
    }
}
