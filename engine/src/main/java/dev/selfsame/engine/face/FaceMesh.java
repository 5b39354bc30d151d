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
    // why: MediaPipe's landmark tracking crops half as much again as the mesh's own box
    private static final double[] REFIT_CROPS = {1.4, 1.5, 1.6};
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

    /**
     * The mean of the first fit and of fits to crops of several sizes that the first one centres
     * and levels better than a box can: each alone is off by a pixel of the crop or two.
     */
    MeshFit steadied(Pyramid picture, MeshFit first) {
        float[] mean = first.points().clone();
        for (double crop : REFIT_CROPS) {
            float[] again = refit(picture, first, crop).points();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += again[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= 1 + REFIT_CROPS.length;
        }
        return new MeshFit(mean, first.crop(), first.faceness(), first.rollRadians());
    }

    /** A fit to a crop that an earlier fit, in this frame or the one before, centres and levels. */
    MeshFit again(Pyramid picture, MeshFit first) {
        return refit(picture, first, REFIT_CROPS[1]);
    }

    private MeshFit refit(Pyramid picture, MeshFit first, double crop) {
        double roll = first.eyes().rollRadians();
        double cos = Math.cos(roll);
        double sin = Math.sin(roll);
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < SIZE; i++) {
            double x = first.points()[2 * i];
            double y = first.points()[2 * i + 1];
            double[] level = {x * cos + y * sin, y * cos - x * sin};
            for (int axis = 0; axis < 2; axis++) {
                least[axis] = Math.min(least[axis], level[axis]);
                most[axis] = Math.max(most[axis], level[axis]);
            }
        }
        double across = (least[0] + most[0]) / 2;
        double along = (least[1] + most[1]) / 2;
        double side = crop * Math.max(most[0] - least[0], most[1] - least[1]);
        return fit(picture, across * cos - along * sin, across * sin + along * cos, side, roll);
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
