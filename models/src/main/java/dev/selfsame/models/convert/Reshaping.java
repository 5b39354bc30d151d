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
        return new Value(graph.node("Reshape", List.of(channelsLast(x), target)), shape.length);
    }

    Value mean(TfNode node, Value x) {
        int[] axes = weights.ints(node.input(1));
        long[] moved = Arrays.stream(axes).mapToLong(a -> axis(node, x, a)).toArray();
        boolean keep = node.flag("keep_dims");
        String mean =
                graph.node(
                        "ReduceMean",
                        List.of(x.name()),
                        integers("axes", moved),
                        integer("keepdims", keep ? 1 : 0));
        int rank = keep ? x.rank() : x.rank() - axes.length;
        if (x.isPicture() && !keep && rank > 2) {
            throw node.wrong("leaves " + rank + " axes of a picture (expected: at most 2)");
        }
        return new Value(mean, rank);
    }

    /** Paddings come as a pair for each axis; ONNX wants all starts, then all ends. */
    Value pad(TfNode node, Value x) {
        int[] pairs = weights.ints(node.input(1));
        if (pairs.length != 2 * x.rank()) {
            throw node.wrong(pairs.length + " paddings (expected: " + 2 * x.rank() + ")");
        }
        long[] pads = new long[pairs.length];
        for (int axis = 0; axis < x.rank(); axis++) {
            pads[axis(node, x, axis)] = pairs[2 * axis];
            pads[x.rank() + axis(node, x, axis)] = pairs[2 * axis + 1];
        }
        String amounts = graph.integers("pads", pads);
        return new Value(graph.node("Pad", List.of(x.name(), amounts)), x.rank());
    }

    private static int axis(TfNode node, Value x, int axis) {
        int positive = axis < 0 ? axis + x.rank() : axis;
        if (positive < 0 || positive >= x.rank()) {
            throw node.wrong("axis " + axis + " of " + x.rank());
        }
        return x.isPicture() ? PICTURE_AXES[positive] : positive;
    }
}
