package dev.selfsame.engine.portrait;

/**
 * Mirrored light, on skin and on lenses: pixels near white that are much brighter than the skin and
 * have lost its colour, as a share of the region.
 */
final class Glare {

    private static final class Parameters {
        static final Scale ON_SKIN = new Scale(0.002, 0.025, 0.1);
        static final Scale ON_LENSES = new Scale(0.002, 0.02, 0.08);
        static final double NEARLY_WHITE = 228;
        static final double ABOVE_SKIN = 35;
        static final double COLOURLESS = 0.55;
        // why: the spot of light that every eye shows is a few pixels
        static final int CATCHLIGHT = 8;
    }

    private Glare() {}

    static Finding onSkin(PortraitSheet sheet) {
        Region skin = sheet.regions().skin();
        return Parameters.ON_SKIN.judge(skin.share(i -> isGlare(sheet, i)));
    }

    static Finding onLenses(PortraitSheet sheet) {
        Region lenses = sheet.regions().lenses().minus(sheet.regions().brows());
        int bright = 0;
        for (Region blob : Blobs.of(lenses.and(i -> isGlare(sheet, i)))) {
            bright += blob.size() > Parameters.CATCHLIGHT ? blob.size() : 0;
        }
        return Parameters.ON_LENSES.judge((double) bright / lenses.size());
    }

    private static boolean isGlare(PortraitSheet sheet, int pixel) {
        Colours colours = sheet.colours();
        Skin skin = sheet.skin();
        return colours.luma()[pixel] > Parameters.NEARLY_WHITE
                && colours.luma()[pixel] > skin.luma() + Parameters.ABOVE_SKIN
                && Math.hypot(colours.a()[pixel], colours.b()[pixel])
                        < Parameters.COLOURLESS * Math.hypot(skin.a(), skin.b()) + 3;
    }
}
