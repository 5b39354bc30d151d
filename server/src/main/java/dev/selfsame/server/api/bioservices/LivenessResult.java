package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.challenge.AgeVerdict;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeResult;
import dev.selfsame.server.challenge.LivenessWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What came of a liveness check. */
@JsonPropertyOrder({"livenessStatus", "livenessMode", "bestImageId", "diagnostic", "age"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivenessResult(
        @JsonProperty("livenessStatus") String livenessStatus,
        @JsonProperty("livenessMode") String livenessMode,
        @JsonProperty("bestImageId") @Nullable String bestImageId,
        @JsonProperty("diagnostic") @Nullable String diagnostic,
        @JsonProperty("age") @Nullable EstimatedAge age) {

    /** Whether the person looks old enough. */
    @JsonPropertyOrder({"aboveThreshold", "ageEstimated", "threshold"})
    record EstimatedAge(
            @JsonProperty("aboveThreshold") boolean aboveThreshold,
            @JsonProperty("ageEstimated") double ageEstimated,
            @JsonProperty("threshold") int threshold) {

        static EstimatedAge of(AgeVerdict age) {
            return new EstimatedAge(age.aboveThreshold(), age.years(), age.threshold());
        }
    }

    static LivenessResult of(Challenge challenge, Instant now) {
        String mode = LivenessWords.of(challenge.terms().mode());
        ChallengeResult result = challenge.result(now);
        if (result == null) {
            return new LivenessResult(challenge.status(now).name(), mode, null, null, null);
        }
        AgeVerdict age = result.age();
        return new LivenessResult(
                result.status().name(),
                mode,
                result.bestImageId() == null ? null : result.bestImageId().toString(),
                result.diagnostic(),
                age == null ? null : EstimatedAge.of(age));
    }
}
