package dev.selfsame.engine.portrait;

import java.util.Arrays;

/**
 * Blur: how much of the detail around eyes, brows and mouth is fine. The energy finer than three
 * pixels of the sheet over that between three and twenty; a lens out of focus takes the fine share
 * first. Source: the ratio of band energies, as in the sharpness measures of ISO/IEC 29794-5.
 */
final class Sharpness {

    private static final class Parameters {
        // sharp portraits of faces_misc 0.12 to 0.45, the one that is out of focus 0.065
        static final Scale SHARE = new Scale(0.2, 0.075, 0.02);
        // why so wide: far out of focus even an eye has no detail of less than ten pixels
        static final int COARSE = 10;
        // why: against noise in a face without any contrast
        static final double LEAST_COARSE = 1.5;
    }

    private static final double NORMAL_PER_MEDIAN = 1.4826;

    private Sharpness() {}

    static Finding blurred(PortraitSheet sheet) {
        float[] luma = sheet.colours().luma();
        float[] fine = Smoothing.mean(luma, 1);
        float[] coarse = Smoothing.mean(luma, Parameters.COARSE);
        FaceRegions regions = sheet.regions();
        Region detail = regions.lenses().or(regions.brows()).or(regions.lips().grown(4));
        // why: noise and grain are fine as well; the cheeks show how much of it there is
        double noise = noise(regions.cheeks(), luma, fine);
        double fineEnergy = Math.max(0, energy(detail, luma, fine) - noise);
        double coarseContrast =
                Math.max(Parameters.LEAST_COARSE, Math.sqrt(energy(detail, fine, coarse)));
        return Parameters.SHARE.judge(Math.sqrt(fineEnergy) / coarseContrast);
    }

    private static double energy(Region region, float[] plane, float[] smoother) {
        return Arrays.stream(region.pixels())
                .mapToDouble(i -> square(plane[i] - smoother[i]))
                .average()
                .orElse(0);
    }

    /** From the median, which a mark or a spot of light on the cheek does not move. */
    private static double noise(Region skin, float[] plane, float[] smoother) {
        double[] steps =
                Arrays.stream(skin.pixels())
                        .mapToDouble(i -> Math.abs(plane[i] - smoother[i]))
                        .sorted()
                        .toArray();
        return steps.length == 0 ? 0 : square(NORMAL_PER_MEDIAN * steps[steps.length / 2]);
    }

    private static double square(double v) {
        return v * v;
    }
}
