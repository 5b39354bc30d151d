package dev.selfsame.server.biosession;

import dev.selfsame.engine.calibration.Fmr;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Two faces of a session, compared.
 *
 * @param reference the face whose matches were asked for
 * @param created in milliseconds
 */
public record SessionMatch(UUID reference, UUID candidate, Fmr fmr, Instant created) {

    public SessionMatch {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(fmr, "fmr");
        Objects.requireNonNull(created, "created");
    }
}
