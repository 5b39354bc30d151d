package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.AlignmentSpec;
import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.ModeSpec.Part;
import dev.selfsame.engine.inference.ModeSpec.Transform;
import dev.selfsame.engine.inference.Network;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One network's share of a mode's vector: align, run (twice with the mirror image), project, weigh.
 */
final class EncoderPart {

    /**
     * One part of a face's vector. Shares its arrays.
     *
     * @param piece what goes into the vector
     * @param raw the network's output, mean over the mirror image
     * @param signs how recognisable the face is to this network
     */
    record Encoded(float[] piece, float[] raw, RecognitionSigns signs) {}

    private static final List<String> OUTPUT = List.of("embedding");

    private final Part spec;
    private final Network network;
    private final AlignmentSpec alignment;
    private final @Nullable Projection projection;
    private final int length;

    EncoderPart(Part spec, Network network, @Nullable Projection projection) {
        this.spec = spec;
        this.network = network;
        this.projection = projection;
        AlignmentSpec described = network.spec().alignment();
        if (described == null) {
            throw new InvalidPackException(
                    "network " + network.spec().name() + ": an encoder needs an alignment");
        }
        alignment = described;
        network.spec().output(OUTPUT.get(0));
        int features =
                network.run(new float[network.spec().input().length()], OUTPUT).get(0).length;
        if (projection != null && projection.inputs() != features) {
            throw new InvalidPackException(
                    "network "
                            + network.spec().name()
                            + ": "
                            + features
                            + " features (expected by its projection: "
                            + projection.inputs()
                            + ")");
        }
        length = projection == null ? features : projection.outputs();
    }

    /** Values in the vector. */
    int length() {
        return length;
    }

    Encoded encode(Pyramid picture, MeshFit fit) {
        InputSpec input = network.spec().input();
        float[] rgb = new float[input.length()];
        float[] values = new float[input.length()];
        Resampler.sample(
                picture,
                FaceAligner.toPicture(alignment, fit.points()),
                input.width(),
                input.height(),
                rgb);
        input.fill(rgb, false, values);
        float[] raw = network.run(values, OUTPUT).get(0);
        double mirrorCosine = 1;
        if (spec.mirror()) {
            input.fill(rgb, true, values);
            float[] mirrored = network.run(values, OUTPUT).get(0);
            mirrorCosine = Vectors.cosine(raw, mirrored);
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (raw[i] + mirrored[i]) / 2;
            }
        }
        float[] projected = project(raw);
        RecognitionSigns signs = RecognitionSigns.of(raw, mirrorCosine, Vectors.length(projected));
        return new Encoded(scale(projected), raw, signs);
    }

    /** What raw features become in the vector. */
    float[] finish(float[] raw) {
        return scale(project(raw));
    }

    private float[] project(float[] raw) {
        float[] values = raw.clone();
        if (spec.transform() == Transform.SQRT) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sqrt(Math.max(0, values[i]));
            }
        }
        return projection == null ? values : projection.apply(values);
    }

    private float[] scale(float[] values) {
        double factor = spec.weight() / (spec.unitLength() ? Vectors.length(values) : 1);
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return scaled;
    }
}
