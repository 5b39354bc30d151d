package dev.selfsame.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.ByteBuffer;

/** How the values of one weight lie in a shard. Source: TensorFlow.js {@code io_utils}. */
enum WeightEncoding {
    FLOAT32(4),
    FLOAT16(2),
    /** One byte each: {@code byte * scale + min}. */
    UINT8(1),
    INT32(4);

    private final int bytes;

    WeightEncoding(int bytes) {
        this.bytes = bytes;
    }

    static WeightEncoding of(String name, JsonNode entry) {
        String dtype = entry.path("dtype").asText();
        String stored = entry.path("quantization").path("dtype").asText(dtype);
        return switch (dtype + " as " + stored) {
            case "float32 as float32" -> FLOAT32;
            case "float32 as float16" -> FLOAT16;
            case "float32 as uint8" -> UINT8;
            case "int32 as int32" -> INT32;
            default ->
                    throw new ConversionException(
                            "weight " + name + ": unknown encoding " + dtype + " as " + stored);
        };
    }

    long length(int[] shape) {
        return (long) bytes * Weight.size(shape);
    }

    Weight read(String name, int[] shape, JsonNode entry, ByteBuffer shard) {
        return switch (this) {
            case INT32 -> new Weight.Ints(name, shape, ints(shape, shard));
            case FLOAT32 -> floats(name, shape, shard::getFloat);
            case FLOAT16 -> floats(name, shape, () -> Float.float16ToFloat(shard.getShort()));
            case UINT8 -> {
                double scale = entry.path("quantization").path("scale").asDouble();
                double min = entry.path("quantization").path("min").asDouble();
                yield floats(
                        name, shape, () -> (float) (Byte.toUnsignedInt(shard.get()) * scale + min));
            }
        };
    }

    private static int[] ints(int[] shape, ByteBuffer shard) {
        int[] values = new int[Weight.size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = shard.getInt();
        }
        return values;
    }

    private static Weight floats(String name, int[] shape, FloatSource source) {
        float[] values = new float[Weight.size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.next();
        }
        return new Weight.Floats(name, shape, values);
    }

    private interface FloatSource {
        float next();
    }
}
