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
    }

    private Ink() {}

    static Finding marked(PortraitSheet sheet) {
        Colours colours = sheet.colours();
        Region skin = sheet.regions().skin();
        float[] luma = Smoothing.mean(colours.luma(), skin, Parameters.SURROUNDINGS);
        float[] a = Smoothing.mean(colours.a(), skin, Parameters.SURROUNDINGS);
        float[] b = Smoothing.mean(colours.b(), skin, Parameters.SURROUNDINGS);
        Region edge = sheet.regions().oval().shrunk(7);
        Region beard = sheet.regions().lowerFace().grown(3);
        Region coloured =
                skin.and(
                        i ->
                                colours.chromaDistance(i, a[i], b[i]) > Parameters.COLOURED
                                        && notHighlight(colours.luma()[i], luma[i]));
        Region dark =
                skin.and(i -> colours.luma()[i] < (1 - Parameters.DARK) * luma[i]).minus(beard);
        int marked = 0;
        for (Region blob : Blobs.of(coloured.or(dark))) {
            boolean isInk = blob.and(coloured).size() * 2 > blob.size();
            // why: strands of hair and the shadow of the jaw come in from the face's edge
            boolean comesIn = blob.minus(edge).size() > 0;
            if (blob.size() >= Parameters.LEAST_BLOB && (isInk || !comesIn)) {
                marked += blob.size();
            }
        }
        return Parameters.SHARE.judge((double) marked / skin.size());
    }

    private static boolean notHighlight(double luma, double around) {
        return luma < around + 25;
    }
}
