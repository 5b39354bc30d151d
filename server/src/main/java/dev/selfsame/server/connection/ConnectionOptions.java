package dev.selfsame.server.connection;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.util.Objects;

/**
 * What connections may cost, whoever opens them.
 *
 * @param max open at once, 16..1000000
 * @param idleTimeout longest silence, also between two requests and inside a TLS handshake as a
 *     whole, 100ms..10m
 * @param headTimeout longest time from the first byte of a request to the end of its headers,
 *     100ms..10m
 * @param longestRequest longest time from the end of the headers to the end of the answer, 1s..1h
 * @param maxHeadBytes request line and headers together, 1024..1048576
 */
public record ConnectionOptions(
        @Setting(
                        meaning = "connections open at once; 100 more wait until one ends",
                        range = "16..1000000")
                int max,
        @Setting(
                        meaning =
                                "longest silence between two requests or inside one, and longest"
                                        + " handshake of TLS",
                        range = "100ms..10m")
                Duration idleTimeout,
        @Setting(
                        meaning =
                                "longest time for a request line and its headers, however they"
                                        + " come",
                        range = "100ms..10m")
                Duration headTimeout,
        @Setting(
                        meaning =
                                "longest time from the headers of a request to the end of its"
                                        + " answer; keep it above `selfsame.uploads.timeout`",
                        range = "1s..1h")
                Duration longestRequest,
        @Setting(
                        meaning = "request line and headers together; more is refused with 400",
                        range = "1024..1048576")
                int maxHeadBytes) {

    public ConnectionOptions {
        check("max", max, 16, 1_000_000);
        check("max-head-bytes", maxHeadBytes, 1024, 1_048_576);
        check("idle-timeout", idleTimeout, Duration.ofMillis(100), Duration.ofMinutes(10));
        check("head-timeout", headTimeout, Duration.ofMillis(100), Duration.ofMinutes(10));
        check("longest-request", longestRequest, Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw wrong(name, value, min, max);
        }
    }

    private static void check(String name, Duration value, Duration min, Duration max) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw wrong(name, value, min, max);
        }
    }

    private static IllegalArgumentException wrong(
            String name, Object value, Object min, Object max) {
        return new IllegalArgumentException(
                "selfsame.connections.%s: %s (expected: %s..%s)".formatted(name, value, min, max));
    }
}
