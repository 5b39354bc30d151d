package dev.selfsame.server.multipart;

import java.util.Set;

/**
 * The parts that a route reads; all others are skipped.
 *
 * @param files parts kept as bytes
 * @param texts parts kept as text
 */
public record PartNames(Set<String> files, Set<String> texts) {

    public PartNames {
        files = Set.copyOf(files);
        texts = Set.copyOf(texts);
    }

    boolean areFiles(String name) {
        return files.contains(name);
    }

    boolean areKnown(String name) {
        return files.contains(name) || texts.contains(name);
    }
}
