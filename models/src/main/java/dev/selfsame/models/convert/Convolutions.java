package dev.selfsame.models.convert;

import static dev.selfsame.models.onnx.OnnxAttribute.integer;
import static dev.selfsame.models.onnx.OnnxAttribute.integers;
import static dev.selfsame.models.onnx.OnnxAttribute.string;

import dev.selfsame.models.onnx.OnnxAttribute;
import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.TfNode;
import dev.selfsame.models.tfjs.Weight;
import dev.selfsame.models.tfjs.Weights;

import java.util.ArrayList;
import java.util.List;

/** Operations that slide a window over a picture. */
final class Convolutions {

    private final Weights weights;
    private final OnnxGraph graph;
    private final Fusion fusion;

    Convolutions(Weights weights, OnnxGraph graph) {
        this.weights = weights;
        this.graph = graph;
        fusion = new Fusion(weights, graph);
    }

    Value dense(TfNode node, Value x) {
        Weight.Floats kernel = kernel(node, x);
        int[] shape = kernel.shape();
        String onnxKernel = graph.kernel(kernel.values(), shape);
        return Value.picture(convolve(node, x, onnxKernel, 1), shape[3]);
    }

    Value depthwise(TfNode node, Value x) {
        Weight.Floats kernel = kernel(node, x);
        int[] shape = kernel.shape();
        String onnxKernel = graph.depthwiseKernel(kernel.values(), shape);
        return Value.picture(convolve(node, x, onnxKernel, shape[2]), shape[2] * shape[3]);
    }

    Value maxPool(TfNode node, Value x) {
        requirePicture(node, x);
        return x.renamed(
                graph.node(
                        "MaxPool",
                        List.of(x.name()),
                        integers("kernel_shape", spatial(node, "ksize")),
                        integers("strides", spatial(node, "strides")),
                        padding(node)));
    }

    private String convolve(TfNode node, Value x, String kernel, int groups) {
        List<String> inputs = new ArrayList<>(List.of(x.name(), kernel));
        fusion.bias(node).ifPresent(inputs::add);
        String result =
                graph.node(
                        "Conv",
                        inputs,
                        integers("strides", spatial(node, "strides")),
                        integers("dilations", spatial(node, "dilations")),
                        integer("group", groups),
                        padding(node));
        return fusion.activation(node, result, 4);
    }

    private Weight.Floats kernel(TfNode node, Value x) {
        requirePicture(node, x);
        Weight.Floats kernel = weights.floats(node.input(1));
        if (kernel.shape().length != 4) {
            throw node.wrong("kernel of " + kernel.shape().length + " axes (expected: 4)");
        }
        return kernel;
    }

    private static void requirePicture(TfNode node, Value x) {
        if (!x.isPicture() || !node.string("data_format").equals("NHWC")) {
            throw node.wrong("expected: an NHWC picture");
        }
    }

    private static long[] spatial(TfNode node, String attribute) {
        List<Long> nhwc = node.integers(attribute);
        return new long[] {nhwc.get(1), nhwc.get(2)};
    }

    private static OnnxAttribute padding(TfNode node) {
        String padding = node.string("padding");
        return switch (padding) {
            case "SAME" -> string("auto_pad", "SAME_UPPER");
            case "VALID" -> string("auto_pad", "VALID");
            default -> throw node.wrong("padding " + padding + " (expected: SAME or VALID)");
        };
    }
}
