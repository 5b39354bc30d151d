package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.List;
import java.util.Objects;

/** Makes the vector of one mode: the parts one after the other. Safe for any number of threads. */
public final class FaceEncoder {

    /**
     * A vector before it is stored, with the features it came from. Shares its arrays.
     *
     * @param vector the parts joined
     * @param stability 0..1 for each part: how alike the face and its mirror image look to the
     *     network (cosine); low where there is little face to recognise
     * @param raw each network's output before transform and projection
     */
    record Encoding(float[] vector, double[] stability, List<float[]> raw) {}

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
        List<EncoderPart.Features> features =
                parts.stream().map(part -> part.features(picture, fit)).toList();
        List<float[]> raw = features.stream().map(EncoderPart.Features::mean).toList();
        return new Encoding(
                finish(raw),
                features.stream().mapToDouble(EncoderPart.Features::stability).toArray(),
                raw);
    }

    /** The parts of the vector, joined. */
    float[] finish(List<float[]> features) {
        float[] vector = new float[parts.stream().mapToInt(EncoderPart::length).sum()];
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            float[] piece = parts.get(i).finish(features.get(i));
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
