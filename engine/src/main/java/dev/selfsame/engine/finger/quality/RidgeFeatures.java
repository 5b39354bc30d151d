package dev.selfsame.engine.finger.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features of a print, each 0..100 and the more the better. */
final class RidgeFeatures {

    /** A print of the whole finger on a common sensor. */
    private static final double FULL_SQUARE_MILLIMETRES = 250;

    /** As many as the clearest prints have. */
    private static final double FULL_MINUTIAE = 50;

    /** Standard deviation of clear black ridges on white. */
    private static final double FULL_DEVIATION = 75;

    private final RidgeMap map;
    private double certainty;
    private double clarity;
    private double frequency;
    private double uniformity;
    private double flow;
    private double deviation;
    private double usable;

    private RidgeFeatures(RidgeMap map) {
        this.map = map;
        map.foreground().forEach(this::add);
    }

    /**
     * Measures them.
     *
     * @param minutiae positions as x, y in pixels
     */
    static Map<String, Double> of(RidgePixels pixels, List<int[]> minutiae) {
        RidgeMap map = new RidgeMap(pixels);
        return new RidgeFeatures(map).components(minutiae);
    }

    private void add(RidgeBlock block) {
        RidgeProfile profile = RidgeProfile.of(map.pixels(), block);
        double clear = LocalClarity.of(profile);
        double periodic = RidgeFrequency.of(profile);
        certainty += block.certainty();
        clarity += clear;
        frequency += periodic;
        uniformity += RidgeUniformity.of(profile);
        flow += OrientationFlow.of(block, map.neighbours(block));
        deviation += Math.min(1, block.deviation() / FULL_DEVIATION);
        usable += block.certainty() * clear * periodic;
    }

    private Map<String, Double> components(List<int[]> minutiae) {
        double n = Math.max(1, map.foreground().size());
        Map<String, Double> components = new LinkedHashMap<>();
        components.put("orientationCertainty", 100 * certainty / n);
        components.put("localClarity", 100 * clarity / n);
        components.put("ridgeFrequency", 100 * frequency / n);
        components.put("ridgeUniformity", 100 * uniformity / n);
        components.put("orientationFlow", 100 * flow / n);
        components.put("contrast", 100 * deviation / n);
        components.put("area", area(map.foreground().size()));
        components.put("usableArea", area(usable));
        components.put("minutiaCount", Math.min(100, 100 * minutiae.size() / FULL_MINUTIAE));
        components.put("minutiaClarity", minutiaClarity(minutiae));
        return components;
    }

    private static double area(double places) {
        return Math.min(100, 100 * places * RidgeMap.SQUARE_MILLIMETRES / FULL_SQUARE_MILLIMETRES);
    }

    /** The mean clarity and certainty around minutiae, which break them and need them most. */
    private double minutiaClarity(List<int[]> minutiae) {
        double sum = 0;
        for (int[] at : minutiae) {
            RidgeBlock block = RidgeBlock.at(map.pixels(), at[0], at[1]);
            sum += block.certainty() * LocalClarity.of(RidgeProfile.of(map.pixels(), block));
        }
        return minutiae.isEmpty() ? 0 : 100 * sum / minutiae.size();
    }
}
