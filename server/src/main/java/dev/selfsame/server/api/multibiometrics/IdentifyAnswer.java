package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.identification.Found;
import dev.selfsame.server.identification.SearchOutcome;

import java.util.List;

/** Who it may be. */
record IdentifyAnswer(@JsonProperty("Identify") Identify identify) {

    /**
     * What a search brought.
     *
     * @param candidates most similar first
     * @param searched people who were compared
     */
    @JsonPropertyOrder({"Candidates", "Searched"})
    record Identify(
            @JsonProperty("Candidates") List<Candidate> candidates,
            @JsonProperty("Searched") int searched) {}

    /**
     * Somebody who is similar enough.
     *
     * @param score {@code 1500 - 500 * log10(fmr)}, two decimals, as {@code match} states it
     * @param fpir how often a search for a stranger brings somebody at least this similar
     */
    @JsonPropertyOrder({"CustomID", "ClientID", "BioPassID", "Score", "FPIR"})
    record Candidate(
            @JsonProperty("CustomID") String customId,
            @JsonProperty("ClientID") String clientId,
            @JsonProperty("BioPassID") String bioPassId,
            @JsonProperty("Score") double score,
            @JsonProperty("FPIR") double fpir) {

        static Candidate of(Found found) {
            return new Candidate(
                    found.person().customId().value(),
                    found.person().clientId(),
                    Long.toString(found.person().number()),
                    Math.round(found.fmr().score() * 100) / 100.0,
                    found.fpir());
        }
    }

    static IdentifyAnswer of(SearchOutcome.Searched searched) {
        return new IdentifyAnswer(
                new Identify(
                        searched.candidates().stream().map(Candidate::of).toList(),
                        searched.searched()));
    }
}
