package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.Network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs one detector network over windows of a picture. Safe for any number of threads. */
public final class FaceDetector {

    // why: BlazeFace's own library takes 0.5 as well; the mesh network judges again afterwards
    static final double LEAST_CONFIDENCE = 0.5;
    static final double SAME_FACE_OVERLAP = 0.3;

    private final Network network;
    private final DetectorFamily family;

    /** A detector of a known family: {@code blazeface} or {@code yunet}. */
    public FaceDetector(Network network) {
        this.network = network;
        family = DetectorFamily.named(network.spec().family());
        family.outputs().forEach(network.spec()::output);
    }

    /**
     * Finds faces in a window.
     *
     * @param window from a unit square (0..1 in both directions) to picture pixels
     * @param leastConfidence 0..1
     * @return faces in picture pixels, most confident first, each once
     */
    List<Detection> detect(Pyramid picture, Affine window, double leastConfidence) {
        InputSpec input = network.spec().input();
        // why: a network that is not square sees the square window squeezed; none here is
        Affine map =
                Affine.scaleThenMove(1.0 / input.width(), 0.5 / input.width(), 0.5 / input.width())
                        .then(window);
        float[] rgb = new float[input.length()];
        float[] values = new float[input.length()];
        Resampler.sample(picture, map, input.width(), input.height(), rgb);
        input.fill(rgb, false, values);
        List<Detection> found =
                family.read(network.run(values, family.outputs()), input, leastConfidence);
        return distinct(found.stream().map(d -> d.through(map)).toList());
    }

    /** Keeps the most confident of overlapping faces (greedy non-maximum suppression). */
    private static List<Detection> distinct(List<Detection> all) {
        List<Detection> kept = new ArrayList<>();
        all.stream()
                .filter(FaceDetector::plausible)
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .forEach(
                        d -> {
                            if (kept.stream().noneMatch(k -> k.overlap(d) > SAME_FACE_OVERLAP)) {
                                kept.add(d);
                            }
                        });
        return kept;
    }

    private static boolean plausible(Detection d) {
        return d.width() > 0 && d.height() > 0 && d.interEye() > 0 && Double.isFinite(d.size());
    }
}
