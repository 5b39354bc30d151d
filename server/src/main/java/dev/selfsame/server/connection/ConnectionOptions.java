package dev.selfsame.server.connection;

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
        int max,
        Duration idleTimeout,
        Duration headTimeout,
        Duration longestRequest,
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
