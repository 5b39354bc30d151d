package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.AlignmentSpec;
import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.Network;

import java.util.List;
import java.util.Objects;

/**
 * Age in years as the expectation over a network's distribution of ages 1, 2, 3 ... Source of the
 * reading: R. Rothe et al., "DEX: Deep EXpectation of apparent age", ICCV workshops 2015.
 */
final class AgeEstimator {

    private static final String FAMILY = "age-distribution";
    private static final List<String> OUTPUT = List.of("age");

    private final Network network;
    private final AlignmentSpec alignment;

    AgeEstimator(Network network) {
        if (!network.spec().family().equals(FAMILY)) {
            throw new InvalidPackException(
                    "age family: " + network.spec().family() + " (expected: " + FAMILY + ")");
        }
        this.network = network;
        alignment = Objects.requireNonNull(network.spec().alignment(), "alignment");
    }

    double years(Pyramid picture, MeshFit fit) {
        InputSpec input = network.spec().input();
        float[] rgb = new float[input.length()];
        float[] values = new float[input.length()];
        Resampler.sample(
                picture,
                FaceAligner.toPicture(alignment, fit.points()),
                input.width(),
                input.height(),
                rgb);
        input.fill(rgb, false, values);
        float[] distribution = network.run(values, OUTPUT).get(0);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < distribution.length; i++) {
            sum += distribution[i];
            weighted += (i + 1) * distribution[i];
        }
        return weighted / sum;
    }
}
