package dev.selfsame.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files that commands read whole. */
final class InputFile {

    /** Standard input, where a file's name is expected. */
    static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /**
     * Reads a file.
     *
     * @param mostBytes so long it may be
     * @throws UnusableInputException if it cannot be read or is longer
     */
    static byte[] read(String name, int mostBytes) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new UnusableInputException(name + " is longer than " + mostBytes + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableInputException(name + " cannot be read: " + e.getMessage());
        }
    }

    private static InputStream open(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new UnusableInputException("there is no file " + name);
        }
        if (Files.isDirectory(path)) {
            throw new UnusableInputException(name + " is no file");
        }
        return Files.newInputStream(path);
    }
}
