package dev.selfsame.server.cli.eval;

import dev.selfsame.server.cli.eval.PairList.Picture;

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

    private final ListFile list;
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private PairFile(ListFile list) {
        this.list = list;
    }

    /**
     * The pairs of a list whose every picture is there.
     *
     * @param root folder that relative paths in the list start from
     */
    public static PairList read(Path file, Path root) throws PairFileException {
        PairFile parsed = new PairFile(new ListFile(file, root));
        parsed.list.read(
                HEADER,
                "path1, path2 and label",
                (cells, line) -> parsed.pairs.add(parsed.pair(cells, line)));
        return parsed.list();
    }

    private Pair pair(String[] cells, int line) throws PairFileException {
        if (cells.length != COLUMNS) {
            throw new PairFileException(
                    list.file(), line, cells.length + " columns (expected: 3, between tabs)");
        }
        boolean genuine =
                switch (cells[2].strip()) {
                    case "1" -> true;
                    case "0" -> false;
                    default ->
                            throw new PairFileException(
                                    list.file(),
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
        Path path = list.picture(name, line);
        indexes.put(name, pictures.size());
        pictures.add(new Picture(name, path));
        return pictures.size() - 1;
    }

    private PairList list() throws PairFileException {
        long genuine = pairs.stream().filter(Pair::genuine).count();
        if (genuine == 0 || genuine == pairs.size()) {
            throw new PairFileException(
                    list.file(),
                    genuine
                            + " pairs with label 1 and "
                            + (pairs.size() - genuine)
                            + " with label 0 (expected: at least one of each)");
        }
        return new PairList(pictures, pairs);
    }
}
