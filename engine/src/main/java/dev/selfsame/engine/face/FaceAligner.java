package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;
import dev.selfsame.engine.inference.AlignmentSpec;

/** Brings a face's landmarks to where a network expects them. */
public final class FaceAligner {

    private FaceAligner() {}

    /**
     * The map from the network's input pixels to picture pixels.
     *
     * @param mesh x, y of the mesh points in picture pixels
     * @throws ArithmeticException never for a fitted mesh of a plausible face
     */
    public static Affine toPicture(AlignmentSpec alignment, float[] mesh) {
        double[] from = new double[alignment.targets().length];
        for (int i = 0; i < alignment.meshPoints().size(); i++) {
            int[] indices = alignment.meshPoints().get(i);
            for (int index : indices) {
                from[2 * i] += mesh[2 * index] / (double) indices.length;
                from[2 * i + 1] += mesh[2 * index + 1] / (double) indices.length;
            }
        }
        // why: fitted from the template to the face, so that a degenerate mesh cannot make it
        // singular
        return Similarity.fit(alignment.targets(), from);
    }
}
