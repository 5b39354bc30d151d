package dev.selfsame.server.cli.eval;

import dev.selfsame.server.cli.eval.PairList.Picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a list of pairs: UTF-8, tab-separated, a header {@code path1 path2 label}, then a line a
 * pair with label 1 for the same person or finger and 0 for different ones. Empty lines are
 * skipped.
 */
public final class PairFile {

    private static final String HEADER = "path1\tpath2\tlabel";
    private static final int COLUMNS = 3;

    private final Path file;
    private final Path root;
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private PairFile(Path file, Path root) {
        this.file = file;
        this.root = root;
    }

    /**
     * The pairs of a list whose every picture is there.
     *
     * @param root folder that relative paths in the list start from
     */
    public static PairList read(Path file, Path root) throws PairFileException {
        PairFile parsed = new PairFile(file, root);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            parsed.parse(lines);
        } catch (NoSuchFileException e) {
            throw new PairFileException(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new PairFileException(file, "is no text in UTF-8");
        } catch (IOException e) {
            throw new PairFileException(file, "cannot be read: " + e.getMessage());
        }
        return parsed.list();
    }

    private void parse(BufferedReader lines) throws IOException, PairFileException {
        String header = lines.readLine();
        if (header == null || !header.strip().equals(HEADER)) {
            throw new PairFileException(
                    file, 1, "no header (expected: path1, path2 and label between tabs)");
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                pairs.add(pair(line.split("\t", -1), number));
            }
        }
    }

    private Pair pair(String[] cells, int line) throws PairFileException {
        if (cells.length != COLUMNS) {
            throw new PairFileException(
                    file, line, cells.length + " columns (expected: 3, between tabs)");
        }
        boolean genuine =
                switch (cells[2].strip()) {
                    case "1" -> true;
                    case "0" -> false;
                    default ->
                            throw new PairFileException(
                                    file,
                                    line,
                                    "label " + cells[2].strip() + " (expected: 1 or 0)");
                };
        return new Pair(picture(cells[0].strip(), line), picture(cells[1].strip(), line), genuine);
    }

    private int picture(String name, int line) throws PairFileException {
        Integer known = indexes.get(name);
        if (known != null) {
            return known;
        }
        Path path = existing(name, line);
        indexes.put(name, pictures.size());
        pictures.add(new Picture(name, path));
        return pictures.size() - 1;
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

    private PairList list() throws PairFileException {
        long genuine = pairs.stream().filter(Pair::genuine).count();
        if (genuine == 0 || genuine == pairs.size()) {
            throw new PairFileException(
                    file,
                    genuine
                            + " pairs with label 1 and "
                            + (pairs.size() - genuine)
                            + " with label 0 (expected: at least one of each)");
        }
        return new PairList(pictures, pairs);
    }
}
