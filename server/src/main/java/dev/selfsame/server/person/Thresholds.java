package dev.selfsame.server.person;

import dev.selfsame.engine.calibration.Fmr;

import java.util.Objects;

/**
 * From which false match rate on a comparison is a match.
 *
 * @param face for faces
 * @param finger for single fingers
 */
public record Thresholds(Fmr face, Fmr finger) {

    public Thresholds {
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(finger, "finger");
    }

    /** The one for this slot, see {@link Slot}. */
    Fmr of(int slot) {
        return slot == Slot.FACE ? face : finger;
    }
}
