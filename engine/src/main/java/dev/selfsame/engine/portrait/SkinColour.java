package dev.selfsame.engine.portrait;

/**
 * Unnatural skin: how far the skin's colour lies off the colours that skin has in daylight, in CIE
 * Lab. Skin of every tone keeps a hue between red and yellow; its lightness does not matter here.
 * Source: the skin locus, M. Störring, "Computer vision and human skin colour", 2004.
 */
final class SkinColour {

    private static final class Parameters {
        static final Scale OFF_LOCUS = new Scale(0.6, 1.9, 3.2);
        // faces_misc: mean 15 and 18, deviation 5 and 5; wider for skin and light that it lacks
        static final double CENTRE_A = 14;
        static final double CENTRE_B = 18;
        static final double SPREAD_A = 6.5;
        static final double SPREAD_B = 9;
    }

    private SkinColour() {}

    static Finding unnatural(PortraitSheet sheet) {
        Skin skin = sheet.skin();
        return Parameters.OFF_LOCUS.judge(
                Math.hypot(
                        (skin.a() - Parameters.CENTRE_A) / Parameters.SPREAD_A,
                        (skin.b() - Parameters.CENTRE_B) / Parameters.SPREAD_B));
    }
}
