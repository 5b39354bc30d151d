package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * Two faces compared. Whether they are one person is for the caller to say, by a threshold.
 *
 * @param reference what was compared with
 * @param candidate what was compared
 * @param score 3500 is what one in 10,000 pairs of different people reaches, and each further 500
 *     is ten times rarer
 * @param falseAcceptanceRate the same as a share, in per cent: {@code 10^(-(score-2500)/500)}
 * @param correlationId as it was sent with
 * @param evidenceId as it was sent with
 * @param created when they were compared
 * @param expires when the session of the faces ends, null without one
 */
public record Match(
        @JsonProperty(required = true) Face reference,
        @JsonProperty(required = true) Face candidate,
        @JsonProperty(required = true) double score,
        @JsonProperty(required = true) double falseAcceptanceRate,
        @Nullable String correlationId,
        @Nullable String evidenceId,
        @JsonProperty(required = true) Instant created,
        @Nullable Instant expires) {

    /** Checks that what must be is there. */
    public Match {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(created, "created");
        if (!Double.isFinite(score) || !(falseAcceptanceRate >= 0 && falseAcceptanceRate <= 100)) {
            throw new IllegalArgumentException("score or falseAcceptanceRate out of range");
        }
    }
}
