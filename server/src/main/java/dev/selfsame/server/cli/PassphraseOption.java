package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A passphrase from a file: an argument would stand in lists of processes and in histories. */
final class PassphraseOption {

    private static final int LEAST_LENGTH = 12;
    private static final long MOST_BYTES = 10_000;

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
        Path named = file;
        if (named == null) {
            throw new IllegalArgumentException("--passphrase-file is missing");
        }
        if (Files.size(named) > MOST_BYTES) {
            throw new IllegalArgumentException("the passphrase file " + named + " is too large");
        }
        try {
            String first =
                    Files.readString(named, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (first.length() < LEAST_LENGTH) {
                throw new IllegalArgumentException(
                        "the passphrase in "
                                + named
                                + " is too short (expected: at least "
                                + LEAST_LENGTH
                                + " characters)");
            }
            return first.toCharArray();
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    "the passphrase file " + named + " is no UTF-8 text", e);
        }
    }
}
