package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.calibration.Fmr;

/** Two artifacts compared. */
record MatchAnswer(@JsonProperty("Match") Match match) {

    /**
     * What they come to.
     *
     * @param score {@code 1500 - 500 * log10(fmr)}, two decimals; 3500 is 1 in 10,000
     */
    @JsonPropertyOrder({"IsGenuine", "Score"})
    record Match(@JsonProperty("IsGenuine") boolean genuine, @JsonProperty("Score") double score) {}

    static MatchAnswer of(Fmr fmr, Fmr threshold) {
        double score = Math.round(fmr.score() * 100) / 100.0;
        return new MatchAnswer(new Match(fmr.compareTo(threshold) <= 0, score));
    }
}
