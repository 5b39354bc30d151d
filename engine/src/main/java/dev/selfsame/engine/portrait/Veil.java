package dev.selfsame.engine.portrait;

/**
 * A veil or mask over the face: the share of the lower face that is unlike the skin of forehead and
 * bridge of the nose in colour or brightness, and whether the lips still show their red. A beard is
 * dark as well, but leaves the lips.
 */
final class Veil {

    private static final class Parameters {
        static final Scale COVERED = new Scale(0.15, 0.6, 0.95);
        static final double CHROMA = 11;
        static final double DARKER = 0.55;
        static final double BRIGHTER = 1.3;
        static final double LIP_REDNESS = 5;
        static final double LIPS_SPEAK_FOR = 0.5;
    }

    private Veil() {}

    static Finding overFace(PortraitSheet sheet) {
        Colours colours = sheet.colours();
        FaceRegions regions = sheet.regions();
        Region bare = regions.nose().or(regions.forehead());
        double luma = bare.median(colours.luma());
        double a = bare.median(colours.a());
        double b = bare.median(colours.b());
        Region lower = regions.lowerFace().or(regions.lips());
        double unlike =
                lower.share(
                        i ->
                                colours.chromaDistance(i, a, b) > Parameters.CHROMA
                                        || colours.luma()[i] < Parameters.DARKER * luma
                                        || colours.luma()[i] > Parameters.BRIGHTER * luma);
        double redness =
                regions.lips().minus(regions.mouthOpening()).median(colours.a())
                        - regions.lowerFace().median(colours.a());
        double seen = Math.clamp(redness / Parameters.LIP_REDNESS, 0.0, 1.0);
        return Parameters.COVERED.judge(unlike * (1 - Parameters.LIPS_SPEAK_FOR * seen));
    }
}
