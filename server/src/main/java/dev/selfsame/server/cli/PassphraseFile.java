package dev.selfsame.server.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A passphrase in a file: an argument would stand in lists of processes and in histories. */
final class PassphraseFile {

    private static final int LEAST_LENGTH = 12;
    private static final long MOST_BYTES = 10_000;

    private PassphraseFile() {}

    /**
     * The passphrase.
     *
     * @throws IllegalArgumentException if the file holds none
     */
    static char[] read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("the passphrase file " + file + " is too large");
        }
        try {
            String first =
                    Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (first.length() < LEAST_LENGTH) {
                throw new IllegalArgumentException(
                        "the passphrase in "
                                + file
                                + " is too short (expected: at least "
                                + LEAST_LENGTH
                                + " characters)");
            }
            return first.toCharArray();
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    "the passphrase file " + file + " is no UTF-8 text", e);
        }
    }
}
