package dev.selfsame.engine.testing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import java.util.Random;

/**
 * A real network of the shape of a face recogniser: 112x112 picture in, vector out. It averages 7x7
 * tiles and mixes them by fixed random weights.
 */
public final class TinyNetwork {

    private static final int TILES = 7;

    private TinyNetwork() {}

    /** ONNX bytes with input {@code data} 1x3x112x112 and output {@code fc1} 1xlength. */
    public static byte[] recogniser(int length) {
        GraphProto graph =
                GraphProto.newBuilder()
                        .setName("tiny")
                        .addInput(tensor("data", 1, 3, 112, 112))
                        .addOutput(tensor("fc1", 1, length))
                        .addInitializer(weights(3 * TILES * TILES, length))
                        .addNode(
                                NodeProto.newBuilder()
                                        .setOpType("AveragePool")
                                        .addInput("data")
                                        .addOutput("tiles")
                                        .addAttribute(pair("kernel_shape"))
                                        .addAttribute(pair("strides")))
                        .addNode(
                                NodeProto.newBuilder()
                                        .setOpType("Flatten")
                                        .addInput("tiles")
                                        .addOutput("flat"))
                        .addNode(
                                NodeProto.newBuilder()
                                        .setOpType("MatMul")
                                        .addInput("flat")
                                        .addInput("weights")
                                        .addOutput("fc1"))
                        .build();
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static AttributeProto pair(String name) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(16)
                .addInts(16)
                .build();
    }

    private static TensorProto weights(int rows, int columns) {
        TensorProto.Builder weights =
                TensorProto.newBuilder()
                        .setName("weights")
                        .setDataType(TensorProto.DataType.FLOAT.getNumber())
                        .addDims(rows)
                        .addDims(columns);
        Random random = new Random(112);
        for (int i = 0; i < rows * columns; i++) {
            weights.addFloatData((float) random.nextGaussian());
        }
        return weights.build();
    }

    private static ValueInfoProto tensor(String name, int... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                                .setShape(shape)))
                .build();
    }
}
