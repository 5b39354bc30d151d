package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Who somebody may be.
 *
 * @param candidates best first; empty where nobody is similar enough
 * @param searched people who were compared
 */
public record Identification(
        @JsonProperty(value = "Candidates", required = true) List<Candidate> candidates,
        @JsonProperty(value = "Searched", required = true) int searched) {

    /** Copies. */
    public Identification {
        candidates = List.copyOf(candidates);
    }

    /**
     * Somebody who is similar enough.
     *
     * @param customId the caller's name
     * @param clientId the server's name
     * @param bioPassId a number, as text
     * @param score as of a {@link TemplateComparison}
     * @param fpir how often a search for a stranger brings somebody at least this similar
     */
    public record Candidate(
            @JsonProperty(value = "CustomID", required = true) String customId,
            @JsonProperty("ClientID") @Nullable String clientId,
            @JsonProperty("BioPassID") @Nullable String bioPassId,
            @JsonProperty(value = "Score", required = true) double score,
            @JsonProperty(value = "FPIR", required = true) double fpir) {

        /** Checks that there is a name. */
        public Candidate {
            Objects.requireNonNull(customId, "customId");
        }
    }
}
