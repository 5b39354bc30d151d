package dev.selfsame.engine.portrait;

/**
 * Ink, stamps and paint on the face: marks on what should be bare skin whose colour departs from
 * the skin around them, or that are much darker without reaching hair or beard. Measured as the
 * share of the skin that they cover.
 */
final class Ink {

    private static final class Parameters {
        static final Scale SHARE = new Scale(0.002, 0.012, 0.06);
        static final int SURROUNDINGS = 12;
        // why: blushes and freckles stay within about 10, pens and stamps are 20 and more off
        static final double COLOURED = 17;
        static final double DARK = 0.32;
        static final int LEAST_BLOB = 6;
        static final double HIGHLIGHT = 25;
    }

    private Ink() {}

    static Finding marked(PortraitSheet sheet) {
        Colours colours = sheet.colours();
        Region skin = sheet.regions().skin();
        float[] luma = Smoothing.mean(colours.luma(), skin, Parameters.SURROUNDINGS);
        float[] a = Smoothing.mean(colours.a(), skin, Parameters.SURROUNDINGS);
        float[] b = Smoothing.mean(colours.b(), skin, Parameters.SURROUNDINGS);
        Region edge = sheet.regions().oval().shrunk(7);
        Skin own = sheet.skin();
        // why both: beside a mark or a veil the surroundings are no skin, in coloured light the
        // face has several colours
        Region coloured =
                skin.and(
                        i ->
                                hueDistance(colours, i, luma[i], a[i], b[i]) > Parameters.COLOURED
                                        && hueDistance(colours, i, own.luma(), own.a(), own.b())
                                                > Parameters.COLOURED);
        // why: beards and the rims of glasses are dark, and no ink
        Region elsewhere = sheet.regions().lowerFace().grown(3).or(glasses(sheet));
        Region dark =
                skin.and(i -> colours.luma()[i] < (1 - Parameters.DARK) * luma[i]).minus(elsewhere);
        int marked = 0;
        for (Region blob : Blobs.of(coloured.or(dark))) {
            // why: hair, hats and the shadow of the jaw come in from the face's edge
            boolean comesIn = blob.minus(edge).size() > 0;
            if (blob.size() >= Parameters.LEAST_BLOB && !comesIn) {
                marked += blob.size();
            }
        }
        return Parameters.SHARE.judge((double) marked / skin.size());
    }

    /** Distance from what the surroundings' colour would be at the pixel's own brightness. */
    private static double hueDistance(Colours colours, int i, double luma, double a, double b) {
        double light = Math.clamp(colours.luma()[i] / Math.max(1, luma), 0.35, 1.0);
        // why: mirrored light is colourless and has a requirement of its own
        return colours.luma()[i] > luma + Parameters.HIGHLIGHT
                ? 0
                : colours.chromaDistance(i, light * a, light * b);
    }

    private static Region glasses(PortraitSheet sheet) {
        double top = Math.min(sheet.rightEye().browY(), sheet.leftEye().browY());
        return Region.box(
                0,
                top - SheetGeometry.pixels(0.2),
                SheetGeometry.WIDTH,
                SheetGeometry.EYES_Y + SheetGeometry.pixels(0.5));
    }
}
