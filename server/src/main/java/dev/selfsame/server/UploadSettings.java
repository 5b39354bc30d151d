package dev.selfsame.server;

import dev.selfsame.server.body.BodyLimits;

import java.time.Duration;

/**
 * What request bodies may cost.
 *
 * @param maxBodyBytes one body
 * @param maxParts parts in a body
 * @param maxTextBytes one value
 * @param timeout longest time that one body may take
 * @param heapShare share of the heap that all bodies together may hold, 0.01..0.8
 */
public record UploadSettings(
        long maxBodyBytes, int maxParts, int maxTextBytes, Duration timeout, double heapShare) {

    BodyLimits body() {
        return new BodyLimits(maxBodyBytes, timeout);
    }
}
