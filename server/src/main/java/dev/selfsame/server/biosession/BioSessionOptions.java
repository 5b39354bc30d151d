package dev.selfsame.server.biosession;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How long sessions live and how much they hold.
 *
 * @param timeToLive of a session that does not say, 1 s to {@code maxTimeToLive}
 * @param maxTimeToLive the longest that one can ask for, at most 7 days
 * @param maxFaces of one session, 2..1000
 * @param memoryEntries sessions, faces and matches that are kept in memory, 100..10,000,000
 * @param redisUrl {@code redis://} or {@code rediss://} address of a Redis or Valkey that keeps
 *     them instead, perhaps with user and password; null for memory
 */
public record BioSessionOptions(
        @Setting(
                        meaning = "life of a [session](sessions.md) that does not ask for one",
                        range = "1s..max-time-to-live")
                Duration timeToLive,
        @Setting(meaning = "the longest that one can ask for", range = "time-to-live..7d")
                Duration maxTimeToLive,
        @Setting(
                        meaning = "faces of one session; one more is refused with 400",
                        range = "2..1000",
                        unit = "faces")
                int maxFaces,
        @Setting(
                        meaning =
                                "sessions, faces and matches kept in memory, over all tenants; what"
                                        + " finds no room is refused with 429. Some 0.7 kB each",
                        range = "100..10000000",
                        unit = "entries")
                int memoryEntries,
        @Setting(
                        meaning =
                                "[Redis or Valkey](sessions.md#running-redis) that keeps sessions"
                                        + " instead of memory, with user and password in"
                                        + " percent-encoding; never printed or logged. Give it as"
                                        + " `SELFSAME_BIOSESSION_REDISURL`, not on a command line",
                        range = "`redis://` or `rediss://`",
                        type = "address")
                @Nullable String redisUrl) {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MAX_PORT = 65_535;
    private static final Pattern DATABASE = Pattern.compile("(/[0-9]{0,5})?");

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
        // why it is never repeated: it may hold a password
        check(
                redisUrl == null || isRedis(redisUrl),
                "redis-url: not the address of a Redis (expected:"
                        + " redis://USER:PASSWORD@HOST:PORT/DATABASE or rediss://..., user and"
                        + " password in percent-encoding)");
    }

    private static boolean isRedis(String url) {
        try {
            URI uri = new URI(url);
            return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() != 0
                    && uri.getPort() <= MAX_PORT
                    && DATABASE.matcher(uri.getPath()).matches()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static void check(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException("selfsame.biosession." + message);
        }
    }

    /** Leaves the address of Redis out, so that no log can show its password. */
    @Override
    public String toString() {
        return "BioSessionOptions[timeToLive="
                + timeToLive
                + ", maxTimeToLive="
                + maxTimeToLive
                + ", maxFaces="
                + maxFaces
                + ", memoryEntries="
                + memoryEntries
                + ", redis="
                + (redisUrl != null)
                + "]";
    }
}
