package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/**
 * What came of a liveness check.
 *
 * @param livenessStatus how far it is, or how it ended
 * @param livenessMode what was asked for
 * @param bestImageId the face of the session that the best image became; only with {@code SUCCESS}
 * @param diagnostic why it ended so, for people; null where there is nothing to say
 * @param age null where none was asked for or could be estimated
 */
public record CaptureResult(
        @JsonProperty(required = true) LivenessStatus livenessStatus,
        @JsonProperty(required = true) LivenessMode livenessMode,
        @Nullable UUID bestImageId,
        @Nullable String diagnostic,
        @Nullable Age age) {

    /** Checks that what must be is there. */
    public CaptureResult {
        Objects.requireNonNull(livenessStatus, "livenessStatus");
        Objects.requireNonNull(livenessMode, "livenessMode");
    }

    /**
     * Whether the person looks old enough.
     *
     * @param aboveThreshold whether the estimate reaches the threshold
     * @param ageEstimated years
     * @param threshold years
     */
    public record Age(
            @JsonProperty(required = true) boolean aboveThreshold,
            @JsonProperty(required = true) BigDecimal ageEstimated,
            @JsonProperty(required = true) BigDecimal threshold) {}
}
