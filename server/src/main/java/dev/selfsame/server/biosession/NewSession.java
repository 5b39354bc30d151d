package dev.selfsame.server.biosession;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/**
 * What somebody wants who opens a session.
 *
 * @param timeToLive null for what the server gives by itself
 * @param callbackUrl checked already
 */
public record NewSession(
        @Nullable String correlationId,
        @Nullable String evidenceId,
        boolean imageStorageEnabled,
        @Nullable Duration timeToLive,
        @Nullable URI callbackUrl) {}
