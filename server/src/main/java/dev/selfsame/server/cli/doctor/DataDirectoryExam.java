package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.datadir.DataDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The data directory: there or to be made, writable, with room, and closed to others. */
final class DataDirectoryExam {

    private static final String SUBJECT = "data directory";
    private static final long MEBI = 1 << 20;
    private static final long LEAST_ROOM = 100 * MEBI;
    private static final long GOOD_ROOM = 1024 * MEBI;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final DataDirectory data;

    DataDirectoryExam(DataDirectory data) {
        this.data = Objects.requireNonNull(data, "data");
    }

    List<Finding> examine() {
        Path root = data.root();
        try {
            data.checkPath();
        } catch (IOException e) {
            return List.of(failed(String.valueOf(e.getMessage()), "choose another one"));
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return List.of(
                    failed(root + " is a file", "move the file away, or name another directory"));
        }
        Path existing = nearest(root);
        if (!isWritable(existing)) {
            return List.of(
                    failed(
                            existing + " cannot be written",
                            "let the user of the server write it, or name another directory with"
                                    + " --data or SELFSAME_DATA"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.ok(
                        SUBJECT,
                        Files.exists(root)
                                ? root + " is writable"
                                : root + " will be made at the first start"));
        findings.add(room(existing));
        if (Files.exists(root)) {
            findings.addAll(secrets(root));
        }
        return findings;
    }

    private static Path nearest(Path path) {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent(), "the root exists");
        }
        return existing;
    }

    // why tried: permissions do not tell of file systems that are read-only
    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".selfsame-doctor", ""));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Finding room(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = "free: " + free / MEBI + " MiB";
            if (free < LEAST_ROOM) {
                return Finding.failed(
                        "disk", found, "make room: the database cannot grow any more");
            }
            return free < GOOD_ROOM
                    ? Finding.warning("disk", found, "make room soon: logs alone may take 500 MiB")
                    : Finding.ok("disk", found);
        } catch (IOException _) {
            return Finding.warning(
                    "disk", "how much is free cannot be told", "look at it by yourself");
        }
    }

    private List<Finding> secrets(Path root) {
        List<Finding> findings = new ArrayList<>();
        if (isOpenToOthers(root)) {
            findings.add(
                    Finding.warning(
                            SUBJECT, root + " is open to other users", "chmod 700 '" + root + "'"));
        }
        for (Path secret : List.of(data.masterKey(), data.initialApiKey())) {
            if (Files.exists(secret) && isOpenToOthers(secret)) {
                findings.add(
                        Finding.failed(
                                SUBJECT,
                                secret + " can be read by other users",
                                "chmod 600 '" + secret + "', and replace what is in it"));
            }
        }
        if (Files.exists(data.initialApiKey())) {
            findings.add(
                    Finding.warning(
                            SUBJECT,
                            "the first API key, which opens everything, is still in "
                                    + data.initialApiKey(),
                            "make keys of your own, revoke the one that is called initial, and"
                                    + " delete the file"));
        }
        return findings;
    }

    static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static Finding failed(String found, String advice) {
        return Finding.failed(SUBJECT, found, advice);
    }
}
