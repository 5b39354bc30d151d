package dev.selfsame.models.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a TensorFlow.js model of a few nodes; starts with an input of 1x2x2x3 named {@code in}.
 */
public final class TinyModel {

    private static final String SHARD = "tiny.bin";

    private final ObjectNode root = new ObjectMapper().createObjectNode();
    private final ArrayNode nodes = root.putObject("modelTopology").putArray("node");
    private final ArrayNode weights;
    private final ByteArrayOutputStream shard = new ByteArrayOutputStream();

    /** A model with nothing but its input. */
    public TinyModel() {
        ObjectNode group = root.putArray("weightsManifest").addObject();
        group.putArray("paths").add(SHARD);
        weights = group.putArray("weights");
        ArrayNode axes =
                node("Placeholder", "in").putObject("shape").putObject("shape").putArray("dim");
        for (int axis : new int[] {1, 2, 2, 3}) {
            axes.addObject().put("size", String.valueOf(axis));
        }
    }

    /** Adds a node without attributes. */
    public TinyModel with(String op, String name, String... inputs) {
        node(op, name, inputs);
        return this;
    }

    /** Adds a constant of floats with its node. */
    public TinyModel constant(String name, float... values) {
        node("Const", name);
        return weight(name, values);
    }

    /** Adds a weight of floats without a node. */
    public TinyModel weight(String name, float... values) {
        entry(name, "float32", values.length);
        byte[] bytes = new byte[values.length * Float.BYTES];
        littleEndian(bytes).asFloatBuffer().put(values);
        shard.writeBytes(bytes);
        return this;
    }

    /** Adds a constant of floats stored as bytes. */
    public TinyModel quantised(String name, double scale, double min, int... values) {
        node("Const", name);
        entry(name, "float32", values.length)
                .putObject("quantization")
                .put("dtype", "uint8")
                .put("scale", scale)
                .put("min", min);
        Arrays.stream(values).forEach(shard::write);
        return this;
    }

    /** Adds a constant of floats stored as half floats. */
    public TinyModel half(String name, float... values) {
        node("Const", name);
        entry(name, "float32", values.length).putObject("quantization").put("dtype", "float16");
        byte[] bytes = new byte[values.length * Short.BYTES];
        ByteBuffer buffer = littleEndian(bytes);
        for (float value : values) {
            buffer.putShort(Float.floatToFloat16(value));
        }
        shard.writeBytes(bytes);
        return this;
    }

    /** Adds a constant of integers. */
    public TinyModel integers(String name, int... values) {
        node("Const", name);
        entry(name, "int32", values.length);
        byte[] bytes = new byte[values.length * Integer.BYTES];
        littleEndian(bytes).asIntBuffer().put(values);
        shard.writeBytes(bytes);
        return this;
    }

    /** Adds a constant of a type that nobody writes. */
    public TinyModel stored(String name, String dtype, int bytes) {
        node("Const", name);
        entry(name, dtype, 1);
        shard.writeBytes(new byte[bytes]);
        return this;
    }

    /** Adds bytes that belong to no weight. */
    public TinyModel excess(int bytes) {
        shard.writeBytes(new byte[bytes]);
        return this;
    }

    /** Writes the model to a folder and returns its model file. */
    public Path writeTo(Path folder) throws IOException {
        return writeTo(folder, shard.size());
    }

    /** Writes the model with its weights cut to so many bytes. */
    public Path writeTo(Path folder, int shardBytes) throws IOException {
        Files.write(folder.resolve(SHARD), Arrays.copyOf(shard.toByteArray(), shardBytes));
        return Files.writeString(folder.resolve("tiny.json"), root.toString());
    }

    /** The bytes of all weights so far. */
    public int shardBytes() {
        return shard.size();
    }

    private ObjectNode node(String op, String name, String... inputs) {
        ObjectNode node = nodes.addObject().put("op", op).put("name", name);
        ArrayNode sources = node.putArray("input");
        Arrays.stream(inputs).forEach(sources::add);
        return node.putObject("attr");
    }

    private ObjectNode entry(String name, String dtype, int length) {
        ObjectNode entry = weights.addObject().put("name", name).put("dtype", dtype);
        entry.putArray("shape").add(length);
        return entry;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
