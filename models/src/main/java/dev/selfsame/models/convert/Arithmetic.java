package dev.selfsame.models.convert;

import static dev.selfsame.models.onnx.OnnxAttribute.integer;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.TfNode;
import dev.selfsame.models.tfjs.Weight;
import dev.selfsame.models.tfjs.Weights;

import java.util.ArrayList;
import java.util.List;

/** Operations element by element and matrix products. */
final class Arithmetic {

    private final Weights weights;
    private final OnnxGraph graph;
    private final Constants constants;
    private final Fusion fusion;

    Arithmetic(Weights weights, OnnxGraph graph) {
        this.weights = weights;
        this.graph = graph;
        constants = new Constants(weights, graph);
        fusion = new Fusion(weights, graph);
    }

    Value unary(String op, Value x) {
        return x.renamed(graph.node(op, List.of(x.name())));
    }

    Value binary(String op, TfNode node, Value x, Value y) {
        if (x.rank() != y.rank()) {
            throw node.wrong(x.rank() + " and " + y.rank() + " axes (expected: the same)");
        }
        return x.renamed(graph.node(op, List.of(x.name(), y.name())));
    }

    Value withConstant(String op, TfNode node, Value x) {
        String constant = constants.aligned(node, 1, x.rank());
        return x.renamed(graph.node(op, List.of(x.name(), constant)));
    }

    /** The lower bound comes from one node and the upper bound from another. */
    Value clip(TfNode lower, TfNode upper, Value x) {
        List<String> inputs = List.of(x.name(), bound(lower), bound(upper));
        return x.renamed(graph.node("Clip", inputs));
    }

    private String bound(TfNode node) {
        float[] values = weights.floats(node.input(1)).values();
        if (values.length != 1) {
            throw node.wrong(values.length + " bounds (expected: 1)");
        }
        return graph.floats("bound", values);
    }

    Value prelu(TfNode node, Value x) {
        String slopes = constants.aligned(node, 1, x.rank());
        return x.renamed(graph.node("PRelu", List.of(x.name(), slopes)));
    }

    /**
     * Why not the operation of that name: ONNX Runtime approximates it by a rational function,
     * which is off by 5e-4 of its value where a probability is below 1e-4.
     */
    Value sigmoid(Value x) {
        String one = graph.floats("one", new float[] {1});
        String exp = graph.node("Exp", List.of(graph.node("Neg", List.of(x.name()))));
        String sum = graph.node("Add", List.of(exp, one));
        return x.renamed(graph.node("Reciprocal", List.of(sum)));
    }

    Value softmax(TfNode node, Value x) {
        if (x.isPicture()) {
            throw node.wrong("over a picture (expected: 2 axes)");
        }
        return x.renamed(graph.node("Softmax", List.of(x.name()), integer("axis", -1)));
    }

    Value matMul(TfNode node, Value x) {
        if (x.rank() != 2 || node.flag("transpose_a") || node.flag("transpose_b")) {
            throw node.wrong("expected: a product of two matrices as they are");
        }
        Weight.Floats right = weights.floats(node.input(1));
        if (right.shape().length != 2) {
            throw node.wrong("second factor of " + right.shape().length + " axes (expected: 2)");
        }
        List<String> inputs = new ArrayList<>();
        inputs.add(x.name());
        inputs.add(graph.floats("matrix", right.values(), right.shape()[0], right.shape()[1]));
        fusion.bias(node).ifPresent(inputs::add);
        String product = graph.node("Gemm", inputs);
        return Value.flat(fusion.activation(node, product, 2), 2);
    }
}
