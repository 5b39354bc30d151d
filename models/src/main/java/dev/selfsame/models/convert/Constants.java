package dev.selfsame.models.convert;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.TfNode;
import dev.selfsame.models.tfjs.Weight;
import dev.selfsame.models.tfjs.Weights;

import java.util.Arrays;

/** Constants that are combined with a value element by element. */
record Constants(Weights weights, OnnxGraph graph) {

    /**
     * The constant at an input of a node, its axes in the order of the value that it meets. Beside
     * a picture only one axis may count, the channels.
     */
    String aligned(TfNode node, int input, int rank) {
        Weight.Floats constant = weights.floats(node.input(input));
        int[] shape = constant.shape();
        int length = constant.values().length;
        if (length == 1) {
            return graph.floats("scalar", constant.values());
        }
        if (shape[shape.length - 1] != length) {
            throw node.wrong(
                    "constant of shape " + Arrays.toString(shape) + " (expected: one per channel)");
        }
        return rank == 4
                ? graph.floats("channels", constant.values(), length, 1, 1)
                : graph.floats("channels", constant.values(), length);
    }
}
