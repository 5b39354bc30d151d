package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.Network;

import java.util.List;

/**
 * The 468 points of a face. Source: Y. Kartynnik et al., "Real-time Facial Surface Geometry from
 * Monocular Video on Mobile GPUs", arXiv:1907.06724.
 */
public final class FaceMesh {

    /** Points of the mesh. */
    public static final int SIZE = 468;

    private static final String FAMILY = "facemesh468";
    private static final double CROP = 1.6;
    private static final List<String> OUTPUTS = List.of("mesh", "faceness");

    private final Network network;

    /** Takes a network of family {@code facemesh468}. */
    public FaceMesh(Network network) {
        if (!network.spec().family().equals(FAMILY)) {
            throw new InvalidPackException(
                    "face mesh family: " + network.spec().family() + " (expected: " + FAMILY + ")");
        }
        OUTPUTS.forEach(network.spec()::output);
        this.network = network;
    }

    /** Fits the mesh to a detected face, the crop turned so that the eyes are level. */
    MeshFit fit(Pyramid picture, Detection face) {
        return fit(picture, face.x(), face.y(), face.size() * CROP, face.rollRadians());
    }

    private MeshFit fit(Pyramid picture, double x, double y, double side, double roll) {
        InputSpec input = network.spec().input();
        Affine map = Affine.fromTurnedSquare(x, y, side, roll, input.width());
        float[] rgb = new float[input.length()];
        float[] values = new float[input.length()];
        Resampler.sample(picture, map, input.width(), input.height(), rgb);
        input.fill(rgb, false, values);
        List<float[]> out = network.run(values, OUTPUTS);
        return MeshFit.of(out.get(0), out.get(1)[0], map);
    }
}
