package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.server.person.Thresholds;

/** The values of {@code Type}. */
enum Modality {
    FINGER,
    FACE;

    static Modality of(Envelope envelope) {
        String sent = envelope.word("Type").orElseThrow(() -> Envelope.invalid("Type is missing"));
        for (Modality modality : values()) {
            if (modality.name().equalsIgnoreCase(sent.strip())) {
                return modality;
            }
        }
        throw Envelope.invalid("Type is not known");
    }

    /** The false match rate from which on two artifacts are of one person. */
    Fmr threshold(Thresholds thresholds) {
        return switch (this) {
            case FACE -> thresholds.face();
            case FINGER -> thresholds.finger();
        };
    }

    /** What clients are told where no template can be had. */
    Refusal noTemplate(String detail) {
        return new Refusal(
                switch (this) {
                    case FACE -> ErrorText.NO_FACE_TEMPLATE;
                    case FINGER -> ErrorText.NO_TEMPLATE;
                },
                detail);
    }
}
