package dev.selfsame.bench.learn;

import dev.selfsame.engine.face.FaceFeatures;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.inference.ModelPack;

import java.util.List;

/** Stored vectors of the built-in mode, made from kept features. */
final class Templates {

    private Templates() {}

    static byte[][] of(List<FeatureSet.Face> faces) {
        ModelPack pack = ModelPack.builtIn();
        try (FaceModels models = new FaceModels(pack, pack.modes().get(0), List.of(pack), 1)) {
            FaceFeatures features = new FaceFeatures(new ImageDecoder(ImageLimits.DEFAULT), models);
            byte[][] vectors =
                    faces.stream()
                            .map(f -> features.template(List.of(f.parts())).vector())
                            .toArray(byte[][]::new);
            reportClipping(vectors);
            return vectors;
        }
    }

    static double step() {
        return ModelPack.builtIn().modes().get(0).step();
    }

    private static void reportClipping(byte[][] vectors) {
        long clipped = 0;
        double squares = 0;
        long values = 0;
        for (byte[] vector : vectors) {
            for (byte value : vector) {
                clipped += Math.abs(value) == Byte.MAX_VALUE ? 1 : 0;
                squares += value * value;
                values++;
            }
        }
        System.out.printf(
                "values at the limit: %.5f %%, root mean square %.1f steps%n",
                100.0 * clipped / values, Math.sqrt(squares / values));
    }
}
