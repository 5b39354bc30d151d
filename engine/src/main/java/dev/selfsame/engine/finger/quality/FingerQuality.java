package dev.selfsame.engine.finger.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a print will compare.
 *
 * @param nfiq 1 the best to 5 the worst, on the scale of NIST's NFIQ (NISTIR 7151), though not by
 *     its network
 * @param value finer than nfiq: the SourceAFIS score to expect of two prints like it, 0..160; clear
 *     prints have 85 or more
 * @param components name of each feature to its value 0..100, in a fixed order
 */
public record FingerQuality(int nfiq, double value, Map<String, Double> components) {

    public FingerQuality {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }
}
