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

    private static final double BASE = -51.8;

    private static final Map<String, Double> WEIGHTS =
            Map.of(
                    "orientationCertainty", 0.321,
                    "localClarity", 0.177,
                    "ridgeFrequency", 0.417,
                    "ridgeUniformity", 0.298,
                    "orientationFlow", 0.141,
                    "contrast", 0.020,
                    "area", 0.156,
                    "usableArea", 0.136,
                    "minutiaCount", 0.216,
                    "minutiaClarity", 0.336);

    /** Least values of 1, 2, 3 and 4. */
    private static final List<Double> LEAST = List.of(85.0, 70.0, 58.0, 45.0);

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
        // why in the order of the components: that of a Map.of differs from one start to the next
        for (Map.Entry<String, Double> component : components.entrySet()) {
            value += WEIGHTS.getOrDefault(component.getKey(), 0.0) * component.getValue();
        }
        return Math.max(0, value);
    }
}
