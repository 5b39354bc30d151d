package dev.selfsame.models.convert;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.TfNode;
import dev.selfsame.models.tfjs.Weight;
import dev.selfsame.models.tfjs.Weights;

import java.util.List;
import java.util.Optional;

/**
 * What TensorFlow's optimiser hung on a convolution or matrix product: a bias, then an activation.
 * Inputs: the value, the kernel, the bias, for PReLU its slopes.
 */
final class Fusion {

    private static final String BIAS = "BiasAdd";

    private final Weights weights;
    private final OnnxGraph graph;
    private final Constants constants;

    Fusion(Weights weights, OnnxGraph graph) {
        this.weights = weights;
        this.graph = graph;
        constants = new Constants(weights, graph);
    }

    Optional<String> bias(TfNode node) {
        List<String> fused = node.strings("fused_ops");
        if (fused.isEmpty()) {
            return Optional.empty();
        }
        if (!fused.getFirst().equals(BIAS)) {
            throw node.wrong("fused " + fused + " (expected: " + BIAS + " first)");
        }
        Weight.Floats bias = weights.floats(node.input(2));
        return Optional.of(graph.floats("bias", bias.values(), bias.values().length));
    }

    String activation(TfNode node, String x, int rank) {
        List<String> fused = node.strings("fused_ops");
        if (fused.size() < 2) {
            return x;
        }
        String kind = fused.get(1);
        if (fused.size() > 2) {
            throw node.wrong("fused " + fused + " (expected: a bias and one activation)");
        }
        return switch (kind) {
            case "Relu" -> graph.node("Relu", List.of(x));
            case "Prelu" -> graph.node("PRelu", List.of(x, constants.aligned(node, 3, rank)));
            default -> throw node.wrong("unknown fused activation " + kind);
        };
    }
}
