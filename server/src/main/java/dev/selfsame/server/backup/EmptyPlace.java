package dev.selfsame.server.backup;

import dev.selfsame.server.datadir.DataDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a data directory has nothing that a restored one would replace or be mixed with. */
public final class EmptyPlace {

    /** What the operator, the file system, or a restore that was refused may have put there. */
    private static final Set<String> ALLOWED =
            Set.of("selfsame.yaml", "master-key", "master-key.lock", "server.lock", "lost+found");

    private EmptyPlace() {}

    /**
     * Checks a directory.
     *
     * @throws IOException if it holds something, in words for the person at the prompt
     */
    public static void check(DataDirectory data) throws IOException {
        Path root = data.root();
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Optional<Path> found;
        try (Stream<Path> children = Files.list(root)) {
            found = children.filter(child -> !isNothing(child)).sorted().findFirst();
        } catch (NotDirectoryException e) {
            throw new IOException(root + " is a file (expected: a directory)", e);
        }
        if (found.isPresent()) {
            throw new IOException(
                    "the data directory "
                            + root
                            + " is not empty: there is "
                            + found.get().getFileName()
                            + "; name a new one with --data, or move that away");
        }
    }

    private static boolean isNothing(Path child) {
        if (ALLOWED.contains(child.getFileName().toString())) {
            return true;
        }
        if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> within = Files.list(child)) {
            return within.findAny().isEmpty();
        } catch (IOException _) {
            // why: what cannot be looked into may hold something
            return false;
        }
    }
}
