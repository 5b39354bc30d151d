package dev.selfsame.models.convert;

import static dev.selfsame.models.onnx.OnnxAttribute.integers;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.GraphModel;
import dev.selfsame.models.tfjs.TfNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates those nodes of a graph on which the wanted outputs depend. Pictures are channels-last
 * outside and channels-first inside, as ONNX wants its convolutions.
 */
public final class GraphTranslator {

    private final GraphModel model;
    private final OnnxGraph graph;
    private final Map<String, Value> translated = new HashMap<>();
    private final Convolutions convolutions;
    private final Arithmetic arithmetic;
    private final Reshaping reshaping;

    private GraphTranslator(GraphModel model, OnnxGraph graph) {
        this.model = model;
        this.graph = graph;
        convolutions = new Convolutions(model.weights(), graph);
        arithmetic = new Arithmetic(model.weights(), graph);
        reshaping = new Reshaping(model.weights(), graph);
    }

    /**
     * Makes an ONNX graph with the input {@code input} of shape 1 x height x width x 3.
     *
     * @param name name of the ONNX graph
     * @param model what to translate
     * @param outputs name in the ONNX graph to name of the node, in order
     * @throws dev.selfsame.models.tfjs.ConversionException if a node cannot be translated
     */
    public static OnnxGraph translate(String name, GraphModel model, Map<String, String> outputs) {
        OnnxGraph graph = new OnnxGraph(name);
        GraphTranslator translator = new GraphTranslator(model, graph);
        outputs.forEach(
                (to, from) ->
                        graph.output(
                                to, translator.reshaping.channelsLast(translator.value(from))));
        return graph;
    }

    private Value value(String name) {
        Value known = translated.get(name);
        if (known == null) {
            known = translate(model.node(name));
            translated.put(name, known);
        }
        return known;
    }

    private Value translate(TfNode node) {
        return switch (node.op()) {
            case "Placeholder" -> placeholder(node);
            case "Const" -> throw node.wrong("a constant where a computed value is expected");
            case "Identity" -> first(node);
            case "Conv2D", "_FusedConv2D" -> convolutions.dense(node, first(node));
            case "DepthwiseConv2dNative" -> convolutions.depthwise(node, first(node));
            case "MaxPool" -> convolutions.maxPool(node, first(node));
            case "Add", "AddV2" -> binary("Add", node);
            case "Mul" -> binary("Mul", node);
            case "Maximum" -> clip(node);
            case "Relu" -> arithmetic.unary("Relu", first(node));
            case "Sigmoid" -> arithmetic.sigmoid(first(node));
            case "Softmax" -> arithmetic.softmax(node, first(node));
            case "Prelu" -> arithmetic.prelu(node, first(node));
            case "_FusedMatMul" -> arithmetic.matMul(node, first(node));
            case "Mean" -> reshaping.mean(node, first(node));
            case "Reshape" -> reshaping.reshape(node, first(node));
            case "Pad" -> reshaping.pad(node, first(node));
            default -> throw node.wrong("unknown operation");
        };
    }

    private Value first(TfNode node) {
        return value(node.input(0));
    }

    private Value binary(String op, TfNode node) {
        TfNode second = model.node(node.input(1));
        return second.op().equals("Const")
                ? arithmetic.withConstant(op, node, first(node))
                : arithmetic.binary(op, node, first(node), value(second.name()));
    }

    /** The one use of these two operations so far: the larger of a bound and Minimum(x, bound). */
    private Value clip(TfNode maximum) {
        TfNode minimum = model.node(maximum.input(0));
        if (!minimum.op().equals("Minimum")) {
            throw maximum.wrong("of " + minimum.op() + " (expected: Minimum)");
        }
        return arithmetic.clip(maximum, minimum, first(minimum));
    }

    private Value placeholder(TfNode node) {
        long[] shape = node.dimensions("shape");
        if (shape.length != 4) {
            throw node.wrong(shape.length + " axes (expected: 4)");
        }
        String input = graph.input("input", 1, shape[1], shape[2], shape[3]);
        return Value.picture(
                graph.node("Transpose", List.of(input), integers("perm", 0, 3, 1, 2)),
                Math.toIntExact(shape[3]));
    }
}
