package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The answer as on the wire, where both cases are one object. */
record WireAge(
        @JsonProperty(required = true) UUID id,
        @Nullable Boolean aboveThreshold,
        @Nullable BigDecimal ageEstimated,
        @JsonProperty(required = true) BigDecimal threshold,
        @Nullable String digest,
        @Nullable ImageType imageType,
        @JsonProperty(required = true) int quality,
        @JsonProperty(required = true) Instant created) {

    AgeEstimate estimate() {
        AgeEstimate.Look look =
                new AgeEstimate.Look(id, threshold, digest, imageType, quality, created);
        if (ageEstimated != null && aboveThreshold != null) {
            return new AgeEstimate.Estimated(look, ageEstimated, aboveThreshold);
        }
        if (ageEstimated != null || aboveThreshold != null) {
            throw SelfsameException.unusable("half an estimate");
        }
        return new AgeEstimate.Unusable(look);
    }
}
