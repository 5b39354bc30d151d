package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceAligner;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.inference.AlignmentSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured on a face to tell a picture of a picture, by name. */
final class AttackSigns {

    /** Logit of the network's attack probability, mean over its crops. */
    static final String NETWORK = "network";

    /**
     * 1 where the skin has no red of its own, 0 from an ordinary amount on. Prints and screens show
     * a smaller range of colours than skin has; see Z. Boulkenafet et al., "Face Spoofing Detection
     * Using Colour Texture Analysis", IEEE TIFS 11(8), 2016. Bounded, so that a grey photograph of
     * a person is suspicious and not convicted.
     */
    static final String PALENESS = "paleness";

    private static final int SIDE = 48;

    // why: the cheeks, nose and forehead fill this square, hair and background do not
    private static final AlignmentSpec SKIN =
            new AlignmentSpec(
                    List.of(new int[] {33, 133, 159, 145}, new int[] {263, 362, 386, 374}),
                    new double[] {13.5, 16, 33.5, 16});

    // why: of the live faces of the learning set, 97 of 100 have more
    private static final double ORDINARY_REDNESS = 0.12;
    private static final double LEAST_LUMA = 20;

    private AttackSigns() {}

    static Map<String, Double> of(AttackNetwork network, Pyramid picture, LocatedFace face) {
        Map<String, Double> signs = new LinkedHashMap<>();
        signs.put(NETWORK, network.logit(picture, face));
        signs.put(PALENESS, Math.clamp(1 - redness(picture, face) / ORDINARY_REDNESS, 0.0, 1.0));
        return signs;
    }

    /** Mean of red minus luma over mean luma (ITU-R BT.601), so that the exposure drops out. */
    private static double redness(Pyramid picture, LocatedFace face) {
        float[] rgb = new float[SIDE * SIDE * 3];
        Resampler.sample(
                picture,
                FaceAligner.toPicture(SKIN, face.mesh()),
                Resampler.Beyond.EDGE,
                SIDE,
                SIDE,
                rgb);
        double red = 0;
        double luma = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            red += rgb[i];
            luma += 0.299 * rgb[i] + 0.587 * rgb[i + 1] + 0.114 * rgb[i + 2];
        }
        int pixels = SIDE * SIDE;
        return (red - luma) / pixels / Math.max(LEAST_LUMA, luma / pixels);
    }
}
