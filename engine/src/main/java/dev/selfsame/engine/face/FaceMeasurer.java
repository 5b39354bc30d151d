package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.Map;

/** Everything that is known of one face: pose, openness, encoding, quality, age. */
final class FaceMeasurer {

    private final FaceEncoder encoder;
    private final AgeEstimator age;
    private final FaceQualityMeter quality;

    FaceMeasurer(FaceEncoder encoder, AgeEstimator age) {
        this.encoder = encoder;
        quality = new FaceQualityMeter(encoder.mode().quality());
        this.age = age;
    }

    FaceReading measure(
            Pyramid picture, ImageInfo info, Detection face, MeshFit fit, boolean withAge) {
        FaceEncoder.Encoding encoding = encoder.encode(picture, fit);
        MeshFit inFile = fit.through(toFile(info.reduction()));
        Map<String, Double> components = components(picture, info, fit, encoding);
        return new FaceReading(
                face.through(toFile(info.reduction())).box(),
                inFile.eyes(),
                inFile.points(),
                fit.faceness(),
                HeadPoseEstimator.of(fit),
                fit.openness(),
                quality.join(components),
                encoder.template(encoding.vector()),
                withAge ? age.years(picture, fit) : null);
    }

    static Map<String, Double> components(
            Pyramid picture, ImageInfo info, MeshFit fit, FaceEncoder.Encoding encoding) {
        return FaceQualityMeter.components(
                FacePatch.of(picture, fit),
                fit,
                HeadPoseEstimator.of(fit),
                fit.openness(),
                fit.eyes().interEyePixels() * info.reduction(),
                info,
                encoding.parts().stream().map(EncoderPart.Encoded::signs).toList());
    }

    private static Affine toFile(int reduction) {
        double shift = (reduction - 1) / 2.0;
        return Affine.scaleThenMove(reduction, shift, shift);
    }
}
