package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** The passphrase of what cannot be without one. */
final class PassphraseOption {

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            required = true,
            description = "A file whose first line is the passphrase, 12 characters or more")
    private @Nullable Path file;

    /**
     * The passphrase.
     *
     * @throws IllegalArgumentException if the file holds none
     */
    char[] read() throws IOException {
        if (file == null) {
            throw new IllegalArgumentException("--passphrase-file is missing");
        }
        return PassphraseFile.read(file);
    }
}
