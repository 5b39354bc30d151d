package dev.selfsame.server.usage;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts that are written together, once however often that is tried.
 *
 * @param writer whose batch it is, up to 36 characters
 * @param number of the batch among those of its writer, rising from 1
 * @param made when
 * @param requests how many to add to what is stored; in a fixed order, so that two writers wait for
 *     each other at most once
 */
public record UsageBatch(
        String writer, long number, Instant made, SortedMap<Counted, Long> requests) {

    public UsageBatch {
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
    }

    UsageBatch(String writer, long number, Instant made, Map<Counted, Long> requests) {
        this(writer, number, made, new TreeMap<>(requests));
    }
}
