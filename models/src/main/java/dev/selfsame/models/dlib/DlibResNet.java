package dev.selfsame.models.dlib;

import static dev.selfsame.models.onnx.OnnxAttribute.integers;

import dev.selfsame.models.onnx.OnnxAttribute;
import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.ConversionException;
import dev.selfsame.models.tfjs.Weight;
import dev.selfsame.models.tfjs.Weights;

import java.util.List;

/**
 * dlib's ResNet with 29 convolutions: a 150x150 face to 128 numbers. Source of the architecture:
 * dlib, {@code dnn_face_recognition_ex.cpp}, read backwards from the loss.
 */
public final class DlibResNet {

    private static final int SIDE = 150;
    private static final int FEATURES = 128;

    private final Weights weights;
    private final OnnxGraph graph = new OnnxGraph("dlib-resnet");

    private DlibResNet(Weights weights) {
        this.weights = weights;
    }

    /** Makes the graph: {@code input} 1x150x150x3 to {@code embedding} 1x128. */
    public static OnnxGraph build(Weights weights) {
        DlibResNet network = new DlibResNet(weights);
        network.build();
        return network.graph;
    }

    private void build() {
        String input = graph.input("input", 1, SIDE, SIDE, 3);
        String picture = graph.node("Transpose", List.of(input), integers("perm", 0, 3, 1, 2));
        Layer layer = relu(convolution("conv32_down", new Layer(picture, 3, SIDE), 2, 0));
        layer = maxPool(layer);
        layer = blocks(layer, "conv32_1", "conv32_2", "conv32_3");
        layer = down(layer, "conv64_down");
        layer = blocks(layer, "conv64_1", "conv64_2", "conv64_3");
        layer = down(layer, "conv128_down");
        layer = blocks(layer, "conv128_1", "conv128_2");
        layer = down(layer, "conv256_down");
        layer = blocks(layer, "conv256_1", "conv256_2");
        layer = down(layer, "conv256_down_out");
        graph.output("embedding", embedding(layer));
    }

    /** Blocks that keep the size: what they add to their input is learnt. */
    private Layer blocks(Layer input, String... names) {
        Layer x = input;
        for (String name : names) {
            Layer branch = relu(convolution(name + "/conv1", x, 1, 1));
            branch = convolution(name + "/conv2", branch, 1, 1);
            x = relu(sum(branch, x));
        }
        return x;
    }

    /**
     * A block that halves the size; branch and skip are filled with zeros to the larger of both.
     */
    private Layer down(Layer x, String name) {
        Layer branch = relu(convolution(name + "/conv1", x, 2, 0));
        branch = convolution(name + "/conv2", branch, 1, 1);
        Layer skip = averagePool(x);
        int channels = Math.max(branch.channels(), skip.channels());
        int side = Math.max(branch.side(), skip.side());
        return relu(sum(filled(branch, channels, side), filled(skip, channels, side)));
    }

    /** A convolution; its bias and the scaling behind it become one kernel and one bias. */
    private Layer convolution(String name, Layer x, int stride, int padding) {
        Weight.Floats kernel = weights.floats(name + "/conv/filters");
        int[] s = kernel.shape();
        if (s.length != 4 || s[2] != x.channels()) {
            throw new ConversionException(
                    "node " + name + ": kernel does not fit " + x.channels() + " channels");
        }
        int out = s[3];
        float[] scale = channels(name + "/scale/weights", out);
        float[] bias = channels(name + "/conv/bias", out).clone();
        float[] shift = channels(name + "/scale/biases", out);
        float[] scaled = kernel.values().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i % out];
        }
        for (int i = 0; i < out; i++) {
            bias[i] = bias[i] * scale[i] + shift[i];
        }
        String result =
                graph.node(
                        "Conv",
                        List.of(x.name(), graph.kernel(scaled, s), graph.floats("bias", bias, out)),
                        integers("strides", stride, stride),
                        integers("pads", padding, padding, padding, padding));
        return new Layer(result, out, (x.side() + 2 * padding - s[0]) / stride + 1);
    }

    private float[] channels(String name, int count) {
        float[] values = weights.floats(name).values();
        if (values.length != count) {
            throw new ConversionException(
                    "node " + name + ": " + values.length + " values (expected: " + count + ")");
        }
        return values;
    }

    private Layer relu(Layer x) {
        return new Layer(graph.node("Relu", List.of(x.name())), x.channels(), x.side());
    }

    private Layer sum(Layer x, Layer y) {
        return new Layer(graph.node("Add", List.of(x.name(), y.name())), x.channels(), x.side());
    }

    private Layer maxPool(Layer x) {
        return pool("MaxPool", x, 3);
    }

    private Layer averagePool(Layer x) {
        return pool("AveragePool", x, 2);
    }

    private Layer pool(String op, Layer x, int window) {
        OnnxAttribute[] attributes = {
            integers("kernel_shape", window, window), integers("strides", 2, 2)
        };
        return new Layer(
                graph.node(op, List.of(x.name()), attributes),
                x.channels(),
                (x.side() - window) / 2 + 1);
    }

    private Layer filled(Layer x, int channels, int side) {
        String name = x.name();
        if (channels > x.channels()) {
            name = graph.widened(name, x.channels(), channels);
        }
        if (side > x.side()) {
            int rows = side - x.side();
            name =
                    graph.node(
                            "Pad",
                            List.of(name, graph.integers("pads", 0, 0, 0, 0, 0, 0, rows, rows)));
        }
        return new Layer(name, channels, side);
    }

    private String embedding(Layer x) {
        Weight.Floats matrix = weights.floats("fc");
        if (matrix.values().length != x.channels() * FEATURES) {
            throw new ConversionException("node fc: does not fit " + x.channels() + " channels");
        }
        String pooled = graph.node("GlobalAveragePool", List.of(x.name()));
        String flat = graph.node("Flatten", List.of(pooled));
        return graph.node(
                "MatMul",
                List.of(flat, graph.floats("matrix", matrix.values(), x.channels(), FEATURES)));
    }

    private record Layer(String name, int channels, int side) {}
}
