package dev.selfsame.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The npm packages that the lock file pins. */
final class NodePackages {

    /** The versions come from the lock file alone; no script of a package runs. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "ci",
                    "--omit=dev",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-update-notifier",
                    "--loglevel=error");

    private final Path folder;

    NodePackages(Path folder) {
        this.folder = folder;
    }

    Path lock() {
        return folder.resolve("package-lock.json");
    }

    /** A file of a package. */
    Path file(String path) {
        return folder.resolve("node_modules").resolve(path);
    }

    /** Installs the packages unless npm has done so since the lock file was last changed. */
    void install() throws IOException, InterruptedException {
        Path installed = file(".package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock()))
                        >= 0) {
            return;
        }
        int status = npm().waitFor();
        if (status != 0) {
            throw new IOException("npm " + String.join(" ", ARGUMENTS) + ": status " + status);
        }
    }

    private Process npm() throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        ProcessBuilder npm = new ProcessBuilder(windows ? "npm.cmd" : "npm");
        npm.command().addAll(ARGUMENTS);
        try {
            return npm.directory(folder.toFile()).inheritIO().start();
        } catch (IOException e) {
            throw new IOException("npm cannot be started (expected: Node.js with npm)", e);
        }
    }
}
