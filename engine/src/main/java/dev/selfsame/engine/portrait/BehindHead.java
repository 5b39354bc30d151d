package dev.selfsame.engine.portrait;

import dev.selfsame.engine.portrait.Backdrop.Cell;

/**
 * The background: whether it is one even colour, and whether the head throws a shadow on it.
 * Source: ISO/IEC 19794-5, clause 7 and annex A (plain background, no shadows).
 */
final class BehindHead {

    private static final class Parameters {
        static final Scale UNEVENNESS = new Scale(3, 14, 30);
        static final Scale SHADOW = new Scale(0.005, 0.05, 0.15);
        // why: shadows have a requirement of their own
        static final double LUMA_WEIGHT = 0.4;
        static final double MOST = 50;
        static final double SHADOW_FROM = 0.9;
        static final double SHADOW_TO = 0.35;
        static final double SAME_COLOUR = 9;
        static final double SMOOTH = 7;
        // why: in front of black nothing casts a shadow
        static final double LIT = 60;
    }

    private BehindHead() {}

    /** Mean distance of the cells' colours from their median, and their texture. */
    static Finding varied(PortraitSheet sheet) {
        Backdrop backdrop = sheet.backdrop();
        return Parameters.UNEVENNESS.judge(
                backdrop.cells().stream()
                        .mapToDouble(cell -> strangeness(backdrop, cell))
                        .average()
                        .orElse(Double.NaN));
    }

    private static double strangeness(Backdrop backdrop, Cell cell) {
        double luma = Parameters.LUMA_WEIGHT * (cell.luma() - backdrop.luma());
        double chroma = Math.hypot(cell.a() - backdrop.a(), cell.b() - backdrop.b());
        return Math.min(Parameters.MOST, Math.hypot(luma, chroma) + cell.texture());
    }

    /**
     * How much darker the cells of the background's own colour are than what lies further out on
     * their side, or across the head, at the same height; over all cells. Before a busy background
     * nobody can tell.
     */
    static Finding shadowed(PortraitSheet sheet) {
        Backdrop backdrop = sheet.backdrop();
        if (backdrop.cells().isEmpty() || !varied(sheet).conformed()) {
            return Parameters.SHADOW.judge(Double.NaN);
        }
        double sum = 0;
        for (Cell cell : backdrop.cells()) {
            double lit = lit(backdrop, cell);
            double ratio = cell.luma() / Math.max(1, lit);
            boolean ownColour =
                    Math.hypot(cell.a() - ratio * backdrop.a(), cell.b() - ratio * backdrop.b())
                            < Parameters.SAME_COLOUR;
            if (lit > Parameters.LIT
                    && ratio < Parameters.SHADOW_FROM
                    && ratio > Parameters.SHADOW_TO
                    && ownColour
                    && cell.texture() < Parameters.SMOOTH) {
                sum += 1 - ratio;
            }
        }
        return Parameters.SHADOW.judge(sum / backdrop.cells().size());
    }

    private static double lit(Backdrop backdrop, Cell shaded) {
        double away = shaded.x() - SheetGeometry.CENTRE_X;
        double lit = 0;
        for (Cell cell : backdrop.cells()) {
            double other = cell.x() - SheetGeometry.CENTRE_X;
            boolean sameSide = other * away > 0;
            boolean counts = !sameSide || Math.abs(other) > Math.abs(away);
            if (cell.y() == shaded.y() && counts) {
                lit = Math.max(lit, cell.luma());
            }
        }
        return lit;
    }
}
