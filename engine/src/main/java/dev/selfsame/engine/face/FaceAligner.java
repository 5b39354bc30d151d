package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;
import dev.selfsame.engine.inference.AlignmentSpec;

/** Brings a face's landmarks to where a network expects them. */
final class FaceAligner {

    private FaceAligner() {}

    /**
     * The map from the network's input pixels to picture pixels.
     *
     * @throws ArithmeticException never for a fitted mesh of a plausible face
     */
    static Affine toPicture(AlignmentSpec alignment, MeshFit fit) {
        double[] from = new double[alignment.targets().length];
        for (int i = 0; i < alignment.meshPoints().size(); i++) {
            int[] indices = alignment.meshPoints().get(i);
            from[2 * i] = fit.x(indices);
            from[2 * i + 1] = fit.y(indices);
        }
        // why: fitted from the template to the face, so that a degenerate mesh cannot make it
        // singular
        return Similarity.fit(alignment.targets(), from);
    }
}
