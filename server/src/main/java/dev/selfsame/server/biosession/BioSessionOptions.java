package dev.selfsame.server.biosession;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * How long sessions live and how much they hold.
 *
 * @param timeToLive of a session that does not say, 1 s to {@code maxTimeToLive}
 * @param maxTimeToLive the longest that one can ask for, at most 7 days
 * @param maxFaces of one session, 2..1000
 * @param memoryEntries sessions and faces that are kept in memory, 100..10,000,000
 * @param redisUrl {@code redis://} or {@code rediss://} address of a Redis or Valkey that keeps
 *     them instead; null for memory
 */
public record BioSessionOptions(
        Duration timeToLive,
        Duration maxTimeToLive,
        int maxFaces,
        int memoryEntries,
        @Nullable String redisUrl) {

    private static final Duration LONGEST = Duration.ofDays(7);

    public BioSessionOptions {
        Objects.requireNonNull(timeToLive, "timeToLive");
        Objects.requireNonNull(maxTimeToLive, "maxTimeToLive");
        check(
                timeToLive.compareTo(Duration.ofSeconds(1)) >= 0
                        && timeToLive.compareTo(maxTimeToLive) <= 0,
                "time-to-live: " + timeToLive + " (expected: 1s..max-time-to-live)");
        check(
                maxTimeToLive.compareTo(LONGEST) <= 0,
                "max-time-to-live: " + maxTimeToLive + " (expected: up to 7d)");
        check(maxFaces >= 2 && maxFaces <= 1000, "max-faces: " + maxFaces + " (expected: 2..1000)");
        check(
                memoryEntries >= 100 && memoryEntries <= 10_000_000,
                "memory-entries: " + memoryEntries + " (expected: 100..10000000)");
    }

    private static void check(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException("selfsame.biosession." + message);
        }
    }
}
