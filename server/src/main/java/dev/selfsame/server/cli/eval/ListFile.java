package dev.selfsame.server.cli.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A list of pictures as text: UTF-8, one line each after a header, cells between tabs. Empty lines
 * are skipped.
 *
 * @param root folder that relative paths in the list start from
 */
record ListFile(Path file, Path root) {

    /** Takes the cells of one line. */
    interface Lines {

        void take(String[] cells, int line) throws PairFileException;
    }

    /**
     * Reads all lines.
     *
     * @param header what the first line begins with, up to a tab or the end
     * @param expected the same for people
     */
    void read(String header, String expected, Lines lines) throws PairFileException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            if (first == null || !(first.strip() + "\t").startsWith(header + "\t")) {
                throw new PairFileException(
                        file, 1, "no header (expected: " + expected + " between tabs)");
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.take(line.split("\t", -1), number);
                }
            }
        } catch (NoSuchFileException e) {
            throw new PairFileException(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new PairFileException(file, "is no text in UTF-8");
        } catch (IOException e) {
            throw new PairFileException(file, "cannot be read: " + e.getMessage());
        }
    }

    /** The picture of this name, which is there. */
    Path picture(String name, int line) throws PairFileException {
        try {
            Path path = root.resolve(name);
            if (!name.isEmpty() && Files.isRegularFile(path)) {
                return path;
            }
            throw new PairFileException(
                    file,
                    line,
                    "there is no file " + path + "; --root names the folder that paths start from");
        } catch (InvalidPathException e) {
            throw new PairFileException(file, line, "this is no path: " + name);
        }
    }
}
