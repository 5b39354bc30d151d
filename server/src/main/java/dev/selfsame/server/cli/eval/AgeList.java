package dev.selfsame.server.cli.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a list of pictures of people of known age: UTF-8, tab-separated, a header that begins with
 * {@code path age}, then a line a picture; further columns are overlooked, and so are empty lines.
 */
public final class AgeList {

    private static final String HEADER = "path\tage";
    private static final int OLDEST = 130;

    private final Path file;
    private final Path root;
    private final List<Portrait> portraits = new ArrayList<>();

    private AgeList(Path file, Path root) {
        this.file = file;
        this.root = root;
    }

    /**
     * A picture and the age of whoever it shows.
     *
     * @param years 0..130
     */
    public record Portrait(Path picture, double years) {}

    /**
     * The pictures of a list; there is at least one, and each is there.
     *
     * @param root folder that relative paths in the list start from
     */
    public static List<Portrait> read(Path file, Path root) throws PairFileException {
        AgeList parsed = new AgeList(file, root);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            parsed.parse(lines);
        } catch (NoSuchFileException e) {
            throw new PairFileException(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new PairFileException(file, "is no text in UTF-8");
        } catch (IOException e) {
            throw new PairFileException(file, "cannot be read: " + e.getMessage());
        }
        return List.copyOf(parsed.portraits);
    }

    private void parse(BufferedReader lines) throws IOException, PairFileException {
        String header = lines.readLine();
        if (header == null || !(header.strip() + "\t").startsWith(HEADER + "\t")) {
            throw new PairFileException(file, 1, "no header (expected: path and age between tabs)");
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                portraits.add(portrait(line.split("\t", -1), number));
            }
        }
        if (portraits.isEmpty()) {
            throw new PairFileException(file, "lists no picture");
        }
    }

    private Portrait portrait(String[] cells, int line) throws PairFileException {
        if (cells.length < 2) {
            throw new PairFileException(file, line, "1 column (expected: 2, between tabs)");
        }
        return new Portrait(existing(cells[0].strip(), line), years(cells[1].strip(), line));
    }

    private double years(String text, int line) throws PairFileException {
        try {
            double years = Double.parseDouble(text);
            if (years >= 0 && years <= OLDEST) {
                return years;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new PairFileException(file, line, "age " + text + " (expected: 0 to " + OLDEST + ")");
    }

    private Path existing(String name, int line) throws PairFileException {
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
