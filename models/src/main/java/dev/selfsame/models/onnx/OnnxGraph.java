package dev.selfsame.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.ByteString;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An ONNX graph in the making. Every value has one name; what takes a name returns it. */
public final class OnnxGraph {

    /** Operator set; all operations here mean the same up to 17. */
    private static final int OPSET = 13;

    /** File format that goes with the operator set. */
    private static final int IR_VERSION = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int names;

    /** An empty graph. */
    public OnnxGraph(String name) {
        graph.setName(name);
    }

    /** Declares the input. */
    public String input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /** Declares an output; a shape of no axes leaves it open. */
    public void output(String name, String source) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(source).addOutput(name));
        graph.addOutput(value(name));
    }

    /** Adds a constant of floats. */
    public String floats(String hint, float[] values, long... shape) {
        ByteBuffer bytes = buffer(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return tensor(hint, TensorProto.DataType.FLOAT, bytes, shape);
    }

    /**
     * Adds the kernel of a convolution.
     *
     * @param values in the order of the shape
     * @param shape height, width, channels in, channels out
     */
    public String kernel(float[] values, int[] shape) {
        float[] turned = Kernels.outputFirst(values, shape);
        return floats("kernel", turned, shape[3], shape[2], shape[0], shape[1]);
    }

    /**
     * Adds the kernel of a convolution that treats each channel apart.
     *
     * @param values in the order of the shape
     * @param shape height, width, channels in, channels out for each of them
     */
    public String depthwiseKernel(float[] values, int[] shape) {
        long channels = (long) shape[2] * shape[3];
        float[] turned = Kernels.depthwise(values, shape);
        return floats("kernel", turned, channels, 1, shape[0], shape[1]);
    }

    /** Adds a constant list of integers. */
    public String integers(String hint, long... values) {
        ByteBuffer bytes = buffer(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return tensor(hint, TensorProto.DataType.INT64, bytes, values.length);
    }

    /** Adds an operation with one output and returns the output's name. */
    public String node(String op, List<String> inputs, OnnxAttribute... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(op).addAllInput(inputs);
        for (OnnxAttribute attribute : attributes) {
            node.addAttribute(attribute.proto());
        }
        String result = fresh(op);
        graph.addNode(node.setName(result).addOutput(result));
        return result;
    }

    /**
     * Adds channels of zeros behind the channels of a picture. Why not by padding: ONNX Runtime
     * keeps pictures in a blocked layout that it must leave for a Pad and for the sums that follow;
     * a convolution by ones and zeros is as exact and stays in it (BlazeFace: 5 % of its time).
     */
    public String widened(String picture, int from, int to) {
        String kernel = floats("kernel", Kernels.widening(from, to), to, from, 1, 1);
        return node("Conv", List.of(picture, kernel));
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        Files.write(file, model().toByteArray());
    }

    ModelProto model() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("selfsame")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build();
    }

    private String tensor(String hint, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(fresh(hint))
                        .setDataType(type.getNumber())
                        .setRawData(ByteString.copyFrom(bytes));
        for (long axis : shape) {
            tensor.addDims(axis);
        }
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    private String fresh(String hint) {
        return hint.toLowerCase(Locale.ROOT) + "_" + names++;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueInfoProto value(String name, long... shape) {
        TypeProto.Tensor.Builder type =
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
        if (shape.length > 0) {
            TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
            for (long axis : shape) {
                axes.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(axis));
            }
            type.setShape(axes);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
