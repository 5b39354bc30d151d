package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How to search people.
 *
 * @param targetFpir share of searches for people who are not enrolled that may bring anybody,
 *     1e-9..1; null for the server's default
 * @param maxCandidates 1..100; null for the server's default
 */
public record SearchOptions(@Nullable Double targetFpir, @Nullable Integer maxCandidates) {

    /** What the server does by itself. */
    public static final SearchOptions PLAIN = new SearchOptions(null, null);

    void addTo(Map<String, Object> object) {
        WireJson.put(object, "TargetFPIR", targetFpir);
        WireJson.put(object, "MaxCandidates", maxCandidates);
    }
}
