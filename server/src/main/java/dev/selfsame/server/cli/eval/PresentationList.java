package dev.selfsame.server.cli.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a list of presentations: UTF-8, tab-separated, a header that begins with {@code path
 * label}, then a line a picture, or a folder of frames. Lines whose further columns are the same
 * belong to one series of pictures.
 */
public final class PresentationList {

    private static final String HEADER = "path\tlabel";

    private PresentationList() {}

    /**
     * The presentations of a list; there is at least one.
     *
     * @param root folder that relative paths in the list start from
     * @param frames how many pictures of a series, in the order of the numbers in their names, are
     *     one presentation; 1 judges each alone
     */
    public static List<Presentation> read(Path file, Path root, int frames)
            throws PairFileException {
        ListFile list = new ListFile(file, root);
        List<Presentation> presentations = new ArrayList<>();
        Map<String, List<Path>> series = new LinkedHashMap<>();
        list.read(
                HEADER,
                "path and label",
                (cells, line) -> {
                    String label = label(list, cells, line);
                    Path path = root.resolve(cells[0].strip());
                    if (Files.isDirectory(path)) {
                        presentations.add(new Presentation(label, frames(file, path), true));
                    } else {
                        String key =
                                String.join("\t", Arrays.asList(cells).subList(1, cells.length));
                        series.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(list.picture(cells[0].strip(), line));
                    }
                });
        series.forEach(
                (key, pictures) ->
                        presentations.addAll(cut(key.split("\t", -1)[0], pictures, frames)));
        if (presentations.isEmpty()) {
            throw new PairFileException(file, "lists no picture");
        }
        return List.copyOf(presentations);
    }

    private static String label(ListFile list, String[] cells, int line) throws PairFileException {
        if (cells.length < 2 || cells[1].isBlank()) {
            throw new PairFileException(list.file(), line, "1 column (expected: 2, between tabs)");
        }
        return cells[1].strip();
    }

    private static List<Path> frames(Path list, Path folder) throws PairFileException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted(BY_NUMBERS).toList();
        } catch (IOException e) {
            throw new PairFileException(list, "the folder " + folder + " cannot be read");
        }
    }

    private static List<Presentation> cut(String label, List<Path> pictures, int frames) {
        List<Path> sorted = pictures.stream().sorted(BY_NUMBERS).toList();
        List<Presentation> cut = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += frames) {
            List<Path> some = sorted.subList(i, Math.min(i + frames, sorted.size()));
            // why: a rest of one or two would be judged by other signs than the rest
            if (some.size() == frames || i == 0) {
                cut.add(new Presentation(label, some, false));
            }
        }
        return cut;
    }

    /** By name, digits by their number: 2 before 10. */
    private static final Comparator<Path> BY_NUMBERS =
            Comparator.comparing((Path p) -> padded(p.toString()));

    private static String padded(String name) {
        StringBuilder padded = new StringBuilder();
        for (String part : name.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            boolean number = !part.isEmpty() && Character.isDigit(part.charAt(0));
            padded.append(number ? "0".repeat(Math.max(0, 12 - part.length())) : "").append(part);
        }
        return padded.toString();
    }
}
