package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceAligner;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.AlignmentSpec;
import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.Network;
import dev.selfsame.engine.inference.PadSpec;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A network that tells pictures of pictures from pictures of people, read as its pack says. */
final class AttackNetwork {

    private static final String SOFTMAX = "softmax";
    private static final String SIGMOID = "sigmoid";
    private static final List<String> OUTPUT = List.of("score");

    // why: keeps the logit of a saturated output finite
    private static final double SURE = 1e-6;

    private final Network network;
    private final AlignmentSpec alignment;
    private final PadSpec spec;
    private final boolean softmax;

    AttackNetwork(Network network) {
        this.network = network;
        String name = network.spec().name();
        String family = network.spec().family();
        softmax = family.equals(SOFTMAX);
        if (!softmax && !family.equals(SIGMOID)) {
            throw new InvalidPackException(
                    "attack detection family: " + family + " (expected: sigmoid or softmax)");
        }
        spec = Objects.requireNonNull(network.spec().pad(), "pad");
        AlignmentSpec described = network.spec().alignment();
        if (described == null) {
            throw new InvalidPackException(
                    "network " + name + ": attack detection needs an alignment");
        }
        alignment = described;
        network.spec().output(OUTPUT.get(0));
        int outputs = network.run(new float[network.spec().input().length()], OUTPUT).get(0).length;
        int classes = softmax ? outputs : 2;
        for (int attack : spec.attackClasses()) {
            if (attack >= classes) {
                throw new InvalidPackException(
                        "network %s: attack class %d (expected: 0..%d)"
                                .formatted(name, attack, classes - 1));
            }
        }
    }

    String name() {
        return network.spec().name();
    }

    double threshold() {
        return spec.threshold();
    }

    /** Mean logit of the attack probability over the crops. */
    double logit(Pyramid picture, LocatedFace face) {
        double sum = 0;
        for (double zoom : spec.zooms()) {
            double probability = Math.clamp(probability(picture, face, zoom), SURE, 1 - SURE);
            sum += Math.log(probability / (1 - probability));
        }
        return sum / spec.zooms().length;
    }

    double score(Map<String, Double> signs) {
        Map<String, Double> weights = spec.weights();
        double logit = spec.base();
        if (weights == null) {
            logit = signs.getOrDefault(AttackSigns.NETWORK, 0.0);
        } else {
            for (var weight : weights.entrySet()) {
                logit += weight.getValue() * signs.getOrDefault(weight.getKey(), 0.0);
            }
        }
        return logistic(logit);
    }

    private double probability(Pyramid picture, LocatedFace face, double zoom) {
        InputSpec input = network.spec().input();
        Affine map =
                new Affine(
                                zoom,
                                0,
                                (input.width() - 1) / 2.0 * (1 - zoom),
                                0,
                                zoom,
                                (input.height() - 1) / 2.0 * (1 - zoom))
                        .then(FaceAligner.toPicture(alignment, face.mesh()));
        float[] rgb = new float[input.length()];
        float[] values = new float[input.length()];
        Resampler.sample(picture, map, Resampler.Beyond.EDGE, input.width(), input.height(), rgb);
        input.fill(rgb, false, values);
        return attack(network.run(values, OUTPUT).get(0));
    }

    private double attack(float[] out) {
        if (!softmax) {
            double second = spec.logits() ? logistic(out[0]) : out[0];
            return spec.attackClasses()[0] == 1 ? second : 1 - second;
        }
        double most = 0;
        for (float value : out) {
            most = Math.max(most, value);
        }
        double sum = 0;
        double attack = 0;
        for (int i = 0; i < out.length; i++) {
            double share = spec.logits() ? Math.exp(out[i] - most) : Math.max(0, out[i]);
            sum += share;
            for (int index : spec.attackClasses()) {
                attack += index == i ? share : 0;
            }
        }
        return sum > 0 ? attack / sum : 0.5;
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
