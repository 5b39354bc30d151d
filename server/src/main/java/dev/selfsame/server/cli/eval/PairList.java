package dev.selfsame.server.cli.eval;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be compared.
 *
 * @param pictures each distinct one once, in the order of first mention
 * @param pairs at least one genuine and one impostor, in the order of the file
 */
public record PairList(List<Picture> pictures, List<Pair> pairs) {

    public PairList {
        pictures = List.copyOf(pictures);
        pairs = List.copyOf(pairs);
    }

    /**
     * A picture as the list names it.
     *
     * @param name as written in the list
     * @param file where it is
     */
    public record Picture(String name, Path file) {}
}
