package dev.selfsame.server.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where a server keeps what must outlive it.
 *
 * @param root the directory, absolute
 */
public record DataDirectory(Path root) {

    // why: the database takes what follows a semicolon for options, the log takes the others for
    // dates, variables and patterns, and neither has a way to write them otherwise
    private static final List<String> UNUSABLE = List.of(";", "%", "{", "[", "(", ")");

    public DataDirectory {
        root = Objects.requireNonNull(root, "root").toAbsolutePath().normalize();
    }

    /**
     * Makes the directory and those inside it, open to their owner alone.
     *
     * @throws IOException if it cannot be made or written, in words for the person at the prompt
     */
    public void create() throws IOException {
        checkPath();
        OwnerOnly.createDirectories(root);
        if (!Files.isWritable(root)) {
            throw new IOException("the data directory " + root + " is not writable");
        }
        OwnerOnly.createDirectories(databases());
        OwnerOnly.createDirectories(logs());
    }

    /** True where a server was started before. */
    public boolean exists() {
        return Files.isDirectory(databases());
    }

    /** Base name of the embedded database's files. */
    public Path database() {
        return databases().resolve("selfsame");
    }

    /** Where former versions kept signing keys; made no more. */
    public Path signing() {
        return root.resolve("signing");
    }

    /** Sealed pictures of sessions that keep them. */
    public Path media() {
        return root.resolve("media");
    }

    /** The structured log. */
    public Path logFile() {
        return logs().resolve("selfsame.log");
    }

    /** The key that the first start made, in clear, until somebody deletes the file. */
    public Path initialApiKey() {
        return root.resolve("initial-api-key");
    }

    /** The master key of everything that is sealed in the database. */
    public Path masterKey() {
        return root.resolve("master-key");
    }

    /** Settings read at every start, if the file is there. */
    public Path settings() {
        return root.resolve("selfsame.yaml");
    }

    /** Held by the server that runs on this directory. */
    Path lockFile() {
        return root.resolve("server.lock");
    }

    /**
     * Refuses paths that libraries would misread.
     *
     * @throws IOException in words for the person at the prompt
     */
    public void checkPath() throws IOException {
        for (String piece : UNUSABLE) {
            if (root.toString().contains(piece)) {
                throw new IOException(
                        "the path of the data directory "
                                + root
                                + " contains "
                                + piece
                                + " (expected: none of "
                                + String.join(" ", UNUSABLE)
                                + "); choose another directory with --data");
            }
        }
    }

    private Path databases() {
        return root.resolve("db");
    }

    /** Where logs lie. */
    public Path logs() {
        return root.resolve("logs");
    }
}
