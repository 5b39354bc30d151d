package dev.selfsame.server.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where sealed bytes are kept, by name. Names are parts of a-z, A-Z, 0-9 and {@code -}, joined by
 * {@code /}. Where it is kept elsewhere and that does not answer, every method throws a {@link
 * dev.selfsame.server.problem.Problem}, {@code UNAVAILABLE}.
 */
public interface ObjectStore {

    /** Region of the bucket; {@code local} for files. */
    String region();

    /** The bucket; for files the name of their folder. */
    String bucketName();

    /** Keeps bytes under a new name; others see them whole or not at all. */
    void put(String name, byte[] sealed);

    /** The bytes of this name. */
    Optional<byte[]> get(String name);

    /** Deletes what has this name; nothing where there is nothing. */
    void delete(String name);

    /**
     * Deletes all whose names begin with this.
     *
     * @param prefix ends with {@code /}
     * @return how many
     */
    int deleteAll(String prefix);

    /** First parts of all names for which something holds, each once. */
    List<String> firstParts(Predicate<String> wanted);
}
