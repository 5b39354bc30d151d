package dev.selfsame.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;

import com.google.protobuf.ByteString;

/** A constant setting of an ONNX operation. */
public final class OnnxAttribute {

    private final AttributeProto proto;

    private OnnxAttribute(AttributeProto.Builder proto) {
        this.proto = proto.build();
    }

    /** One integer. */
    public static OnnxAttribute integer(String name, long value) {
        return new OnnxAttribute(of(name, AttributeProto.AttributeType.INT).setI(value));
    }

    /** A list of integers. */
    public static OnnxAttribute integers(String name, long... values) {
        AttributeProto.Builder proto = of(name, AttributeProto.AttributeType.INTS);
        for (long value : values) {
            proto.addInts(value);
        }
        return new OnnxAttribute(proto);
    }

    /** A string. */
    public static OnnxAttribute string(String name, String value) {
        return new OnnxAttribute(
                of(name, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    AttributeProto proto() {
        return proto;
    }

    private static AttributeProto.Builder of(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
