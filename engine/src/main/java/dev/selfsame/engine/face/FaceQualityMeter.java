package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.inference.QualitySpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the components of face image quality, named after ISO/IEC 29794-5, each 0 (worst) to
 * 100, and joins them into the one number of the wire contract by the weights of the mode, which
 * were learnt to predict the similarity of genuine pairs.
 */
final class FaceQualityMeter {

    private static final String INTER_EYE = "interEyeDistance";
    private static final String VISIBLE = "faceVisible";
    private static final String YAW = "poseYaw";

    /** Points where a component alone decides. */
    private static final class Parameters {
        // why: the wire contract asks for at least 60 pixels between the eyes
        static final double INTER_EYE_WANTED_PIXELS = 60;
        static final double INTER_EYE_FULL_PIXELS = 120;
        // why: below this the encoders see more interpolation than face
        static final double INTER_EYE_LEAST_PIXELS = 18;
        static final double VISIBLE_LEAST = 60;
        static final double YAW_MOST_DEGREES = 63;
        static final double SHY_OF_GOOD = 99;
    }

    private final QualitySpec spec;

    FaceQualityMeter(QualitySpec spec) {
        this.spec = spec;
    }

    static Map<String, Double> components(
            FacePatch patch,
            MeshFit fit,
            HeadPose pose,
            Openness openness,
            double interEyePixels,
            ImageInfo info,
            List<RecognitionSigns> signs) {
        Map<String, Double> c = new LinkedHashMap<>();
        c.put("sharpness", percent(patch.detail() / 0.6));
        c.put("luminance", percent(1 - Math.abs(patch.mean() - 125) / 110));
        c.put("contrast", percent(patch.contrast() / 50));
        c.put("illuminationUniformity", percent(1 - 2 * patch.imbalance()));
        c.put("exposure", percent(1 - 3 * patch.clipped()));
        c.put(YAW, cosine(pose.yawDegrees()));
        c.put("posePitch", cosine(pose.pitchDegrees()));
        c.put("poseRoll", cosine(pose.rollDegrees()));
        c.put(INTER_EYE, percent(interEyePixels / Parameters.INTER_EYE_FULL_PIXELS));
        c.put(VISIBLE, percent(fit.faceness()));
        c.put("eyesOpen", percent(Math.min(openness.rightEye(), openness.leftEye()) / 0.3));
        c.put("mouthClosed", percent(1 - openness.mouth()));
        c.put("compression", info.jpegQuality() < 0 ? 100 : percent(info.jpegQuality() / 90.0));
        for (int i = 0; i < signs.size(); i++) {
            int part = i + 1;
            c.put("mirrorConsistency" + part, signs.get(i).mirrorConsistency());
            c.put("featureConcentration" + part, signs.get(i).concentration());
            c.put("featureStrength" + part, signs.get(i).strength());
            c.put("distinctiveness" + part, signs.get(i).distinctiveness());
        }
        return c;
    }

    FaceQuality join(Map<String, Double> components) {
        double value = spec.base();
        for (var weight : spec.weights().entrySet()) {
            value += weight.getValue() * components.getOrDefault(weight.getKey(), 0.0);
        }
        double interEyePixels =
                components.getOrDefault(INTER_EYE, 0.0) / 100 * Parameters.INTER_EYE_FULL_PIXELS;
        if (interEyePixels < Parameters.INTER_EYE_WANTED_PIXELS && value > 0) {
            // why: not "good" any more, but better pictures still come out ahead of worse ones
            value = Parameters.SHY_OF_GOOD * value / (value + 100);
        }
        boolean hopeless =
                interEyePixels < Parameters.INTER_EYE_LEAST_PIXELS
                        || components.getOrDefault(VISIBLE, 0.0) < Parameters.VISIBLE_LEAST
                        || components.getOrDefault(YAW, 0.0) < cosine(Parameters.YAW_MOST_DEGREES);
        return new FaceQuality(
                (int) Math.round(hopeless ? Math.min(value - 100, -1) : value), components);
    }

    private static double cosine(double degrees) {
        return percent(Math.cos(Math.toRadians(degrees)));
    }

    private static double percent(double share) {
        return Math.clamp(100 * share, 0.0, 100.0);
    }
}
