package dev.selfsame.server.media;

import java.util.List;
import java.util.Optional;

/**
 * Where sealed bytes are kept, by {@linkplain ObjectName name}. Where it is kept elsewhere and that
 * does not answer, every method throws a {@link dev.selfsame.server.problem.Problem}, {@code
 * UNAVAILABLE}; a name that is none is an {@link IllegalArgumentException}. Safe for any number of
 * threads.
 */
public interface ObjectStore {

    /** The most that one object can hold, 256 MiB. */
    int MAX_BYTES = 1 << 28;

    /** Region of the bucket; {@code local} for files. */
    String region();

    /** The bucket; for files the name of their folder. */
    String bucketName();

    /**
     * Keeps bytes under a new name; others see them whole or not at all.
     *
     * @param sealed up to {@link #MAX_BYTES}
     */
    void put(String name, byte[] sealed);

    /** The bytes of this name; empty also where there are more than {@link #MAX_BYTES}. */
    Optional<byte[]> get(String name);

    /** Deletes what has this name; nothing where there is nothing. */
    void delete(String name);

    /**
     * Deletes all whose names begin with this.
     *
     * @param prefix a name and a {@code /}
     * @return how many; with several at it some may be counted twice
     */
    int deleteAll(String prefix);

    /**
     * First parts of the names for which something is kept, each once, in the order of their
     * characters, up to this one and including it.
     */
    List<String> firstPartsUpTo(String last);
}
