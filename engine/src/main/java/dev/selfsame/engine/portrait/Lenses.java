package dev.selfsame.engine.portrait;

/**
 * Dark tinted lenses: how bright the skin around the eyes is against the cheeks and the nose, and
 * how bright the brightest part of the eye. A tint darkens both; deep-set eyes only one of them.
 */
final class Lenses {

    private static final class Parameters {
        static final Scale BRIGHTNESS = new Scale(0.85, 0.55, 0.25);
        static final double SCLERA = 0.9;
    }

    private Lenses() {}

    static Finding darkTinted(PortraitSheet sheet) {
        double right = brightness(sheet, sheet.rightEye());
        double left = brightness(sheet, sheet.leftEye());
        return Parameters.BRIGHTNESS.judge(Math.max(right, left));
    }

    private static double brightness(PortraitSheet sheet, Eye eye) {
        float[] luma = sheet.colours().luma();
        double skin = Math.max(1, sheet.skin().luma());
        Region around =
                eye.aperture()
                        .grown(8)
                        .minus(eye.aperture().grown(3))
                        .minus(sheet.regions().brows())
                        .and(i -> SheetGeometry.row(i) > eye.centreY());
        double lids = around.median(luma) / skin;
        double white = eye.aperture().quantile(luma, Parameters.SCLERA) / skin;
        return Math.max(lids, white);
    }
}
