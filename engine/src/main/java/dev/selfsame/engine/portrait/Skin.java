package dev.selfsame.engine.portrait;

/**
 * The skin's own colour: medians over cheeks and nose, which neither hair nor beards nor glasses
 * usually cover.
 *
 * @param luma 0..255
 * @param a CIE Lab a*
 * @param b CIE Lab b*
 */
record Skin(double luma, double a, double b) {

    static Skin of(Colours colours, FaceRegions regions) {
        Region bare = regions.cheeks().or(regions.nose());
        return new Skin(
                bare.median(colours.luma()), bare.median(colours.a()), bare.median(colours.b()));
    }
}
