package dev.selfsame.engine.portrait;

import java.util.stream.DoubleStream;

/**
 * Shadows across the face: the darkest of the measured patches over the brightest. Source: ISO/IEC
 * 39794-5, annex D (mean intensities on forehead, cheeks and chin; the lowest at least half of the
 * highest). The chin is left out, where beards are; the halves of the forehead count each.
 */
final class FaceShadows {

    private static final class Parameters {
        static final Scale EVENNESS = new Scale(0.85, 0.5, 0.2);
    }

    private FaceShadows() {}

    static Finding across(PortraitSheet sheet) {
        FaceRegions regions = sheet.regions();
        float[] luma = sheet.colours().luma();
        int middle = SheetGeometry.CENTRE_X;
        Region forehead = regions.forehead();
        double[] patches = {
            regions.rightCheek().median(luma),
            regions.leftCheek().median(luma),
            regions.nose().median(luma)
        };
        double darkest = DoubleStream.of(patches).min().orElse(Double.NaN);
        double brightest = DoubleStream.of(patches).max().orElse(Double.NaN);
        double right = forehead.and(i -> SheetGeometry.column(i) < middle).quantile(luma, 0.7);
        double left = forehead.and(i -> SheetGeometry.column(i) > middle).quantile(luma, 0.7);
        // why: a fringe darkens the forehead as well, but never one half brighter than the cheeks
        double side = Math.min(right, left) / Math.max(right, left);
        return Parameters.EVENNESS
                .judge(darkest / Math.max(1, brightest))
                .or(Parameters.EVENNESS.judge(side));
    }
}
