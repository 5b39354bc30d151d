package dev.selfsame.models.convert;

import static dev.selfsame.models.onnx.OnnxAttribute.integer;
import static dev.selfsame.models.onnx.OnnxAttribute.integers;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.TfNode;
import dev.selfsame.models.tfjs.Weights;

import java.util.Arrays;
import java.util.List;

/** Operations that move, add or drop axes. */
final class Reshaping {

    /** Where TensorFlow's picture axes (batch, height, width, channels) lie in ONNX. */
    private static final int[] PICTURE_AXES = {0, 2, 3, 1};

    private final Weights weights;
    private final OnnxGraph graph;

    Reshaping(Weights weights, OnnxGraph graph) {
        this.weights = weights;
        this.graph = graph;
    }

    /** The value's ONNX name with the axes in TensorFlow's order. */
    String channelsLast(Value x) {
        return x.isPicture()
                ? graph.node("Transpose", List.of(x.name()), integers("perm", 0, 2, 3, 1))
                : x.name();
    }

    Value reshape(TfNode node, Value x) {
        int[] shape = weights.ints(node.input(1));
        if (shape.length == 4) {
            throw node.wrong("to a picture (expected: fewer axes)");
        }
        long[] longs = Arrays.stream(shape).asLongStream().toArray();
        String target = graph.integers("shape", longs);
        return Value.flat(graph.node("Reshape", List.of(channelsLast(x), target)), shape.length);
    }

    Value mean(TfNode node, Value x) {
        int[] axes = weights.ints(node.input(1));
        long[] moved = Arrays.stream(axes).mapToLong(a -> axis(node, x, a)).toArray();
        int rank = x.rank() - axes.length;
        if (node.flag("keep_dims") || rank != 2) {
            throw node.wrong("leaves " + rank + " axes (expected: 2, the others dropped)");
        }
        return Value.flat(
                graph.node(
                        "ReduceMean",
                        List.of(x.name()),
                        integers("axes", moved),
                        integer("keepdims", 0)),
                rank);
    }

    /** Paddings come as a pair of start and end for each axis, channels last. */
    Value pad(TfNode node, Value x) {
        int[] pairs = weights.ints(node.input(1));
        int channels = x.channels() + pairs[pairs.length - 1];
        if (!x.isPicture() || Arrays.stream(pairs).sum() != pairs[pairs.length - 1]) {
            throw node.wrong(Arrays.toString(pairs) + " (expected: channels added to a picture)");
        }
        return Value.picture(graph.widened(x.name(), x.channels(), channels), channels);
    }

    private static int axis(TfNode node, Value x, int axis) {
        int positive = axis < 0 ? axis + x.rank() : axis;
        if (positive < 0 || positive >= x.rank()) {
            throw node.wrong("axis " + axis + " of " + x.rank());
        }
        return x.isPicture() ? PICTURE_AXES[positive] : positive;
    }
}
