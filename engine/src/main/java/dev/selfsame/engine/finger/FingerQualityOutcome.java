package dev.selfsame.engine.finger;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of measuring a picture of a fingerprint. */
public sealed interface FingerQualityOutcome {

    /**
     * The picture was measured; one without a finger is 5 with the value 0.
     *
     * @param nfiq 1 the best to 5 the worst, on the scale of NIST's NFIQ (NISTIR 7151), though not
     *     by its network
     * @param value finer than nfiq: the SourceAFIS score to expect of two prints like it, 0..160;
     *     clear prints have 85 or more
     * @param components name of each feature to its value 0..100, 100 the best, in a fixed order
     * @param info the file
     */
    record Measured(int nfiq, double value, Map<String, Double> components, ImageInfo info)
            implements FingerQualityOutcome {

        public Measured {
            if (nfiq < 1 || nfiq > 5) {
                throw new IllegalArgumentException("nfiq: " + nfiq + " (expected: 1..5)");
            }
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        }
    }

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements FingerQualityOutcome {}
}
