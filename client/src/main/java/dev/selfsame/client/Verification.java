package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.Objects;

/**
 * Somebody compared with the person that they say they are.
 *
 * @param customId the caller's name of that person
 * @param match the decision, over everything that was sent
 * @param details what it rests on
 */
public record Verification(
        @JsonProperty(value = "CustomID", required = true) String customId,
        @JsonProperty(value = "Match", required = true) boolean match,
        @JsonProperty(value = "MatchDetails", required = true) Details details) {

    /** Checks that all is there. */
    public Verification {
        Objects.requireNonNull(customId, "customId");
        Objects.requireNonNull(details, "details");
    }

    /**
     * What a decision rests on.
     *
     * @param faceMatched false as well where no face was sent
     * @param nonMatchedFingers {@code Finger-1} to {@code Finger-10}; by default with those that
     *     were not sent
     */
    public record Details(
            @JsonProperty(value = "FaceMatched", required = true) boolean faceMatched,
            @JsonProperty(value = "NonMatchedFingers", required = true)
                    List<String> nonMatchedFingers) {

        /** Copies. */
        public Details {
            nonMatchedFingers = List.copyOf(nonMatchedFingers);
        }
    }
}
