package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the vector of one mode: the parts one after the other. Safe for any number of threads. */
public final class FaceEncoder {

    /**
     * A vector before it is stored. Shares its arrays.
     *
     * @param vector the parts joined
     * @param parts each part with what it came from
     */
    record Encoding(float[] vector, List<EncoderPart.Encoded> parts) {}

    private final ModeSpec mode;
    private final List<EncoderPart> parts;

    FaceEncoder(ModeSpec mode, List<EncoderPart> parts) {
        this.mode = Objects.requireNonNull(mode, "mode");
        this.parts = List.copyOf(parts);
    }

    /** The mode it works in. */
    public ModeSpec mode() {
        return mode;
    }

    Encoding encode(Pyramid picture, MeshFit fit) {
        List<EncoderPart.Encoded> encoded =
                parts.stream().map(part -> part.encode(picture, fit)).toList();
        return new Encoding(
                join(encoded.stream().map(EncoderPart.Encoded::piece).toList()), encoded);
    }

    /** The vector that raw features become. */
    float[] finish(List<float[]> raw) {
        List<float[]> pieces = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            pieces.add(parts.get(i).finish(raw.get(i)));
        }
        return join(pieces);
    }

    private static float[] join(List<float[]> pieces) {
        float[] vector = new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, vector, at, piece.length);
            at += piece.length;
        }
        return vector;
    }

    /** Rounds a vector to the template's signed bytes. */
    FaceTemplate template(float[] vector) {
        float step = (float) mode.step();
        if (step == 0) {
            float largest = 0;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            step = Math.max(largest, Float.MIN_NORMAL) / Byte.MAX_VALUE;
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                    (byte)
                            Math.clamp(
                                    Math.round(vector[i] / step), -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return new FaceTemplate(mode.name(), mode.version(), bytes);
    }
}
