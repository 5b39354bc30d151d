package dev.selfsame.server.cli.eval;

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

    private AgeList() {}

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
        ListFile list = new ListFile(file, root);
        List<Portrait> portraits = new ArrayList<>();
        list.read(
                HEADER,
                "path and age",
                (cells, line) -> portraits.add(portrait(list, cells, line)));
        if (portraits.isEmpty()) {
            throw new PairFileException(file, "lists no picture");
        }
        return List.copyOf(portraits);
    }

    private static Portrait portrait(ListFile list, String[] cells, int line)
            throws PairFileException {
        if (cells.length < 2) {
            throw new PairFileException(list.file(), line, "1 column (expected: 2, between tabs)");
        }
        return new Portrait(
                list.picture(cells[0].strip(), line), years(list, cells[1].strip(), line));
    }

    private static double years(ListFile list, String text, int line) throws PairFileException {
        try {
            double years = Double.parseDouble(text);
            if (years >= 0 && years <= OLDEST) {
                return years;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new PairFileException(
                list.file(), line, "age " + text + " (expected: 0 to " + OLDEST + ")");
    }
}
