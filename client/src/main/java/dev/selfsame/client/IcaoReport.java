package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A portrait checked for an identity document.
 *
 * @param faceImageConformed -1 an error, 0 nothing wrong, 1 no face, 2 no landmarks, 3 too far
 *     left, 4 right, 5 up, 6 down, 7 too far away, 8 too near
 * @param allConformed whether every requirement is met
 * @param requirements by name, in the order of the contract
 */
public record IcaoReport(
        @JsonProperty(value = "FaceImageConformed", required = true) int faceImageConformed,
        @JsonProperty(value = "IsAllConformed", required = true) boolean allConformed,
        @JsonProperty(value = "Requirements", required = true)
                Map<String, Requirement> requirements) {

    /** Copies. */
    public IcaoReport {
        requirements.forEach((name, requirement) -> Objects.requireNonNull(requirement, name));
        requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
    }

    /**
     * One of them.
     *
     * @param conformed whether it is met
     * @param confidence 0..100 that it is
     */
    public record Requirement(
            @JsonProperty(value = "IsConformed", required = true) boolean conformed,
            @JsonProperty(value = "Confidence", required = true) double confidence) {}
}
