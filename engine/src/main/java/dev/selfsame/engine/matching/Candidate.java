package dev.selfsame.engine.matching;

import dev.selfsame.engine.calibration.Fmr;

import java.util.Objects;
import java.util.UUID;

/**
 * One answer of a search.
 *
 * @param id the template's
 * @param fmr of this one comparison. Among N others a stranger this similar is to be expected about
 *     N times as often
 */
public record Candidate(UUID id, Fmr fmr) {

    public Candidate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fmr, "fmr");
    }
}
