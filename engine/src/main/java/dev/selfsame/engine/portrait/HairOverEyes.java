package dev.selfsame.engine.portrait;

/**
 * Hair across the eyes: the share of an eye's columns in which something unlike skin comes down
 * from the forehead over the brow and its lid to the eye.
 */
final class HairOverEyes {

    private static final class Parameters {
        static final Scale COLUMNS = new Scale(0.02, 0.14, 0.5);
        static final double DARKER = 0.62;
        static final double COVERED = 0.6;
        static final double FOREHEAD = 0.3;
        static final double BROW_HEIGHT = 0.2;
    }

    private HairOverEyes() {}

    static Finding across(PortraitSheet sheet) {
        return Parameters.COLUMNS.judge(
                Math.max(covered(sheet, sheet.rightEye()), covered(sheet, sheet.leftEye())));
    }

    private static double covered(PortraitSheet sheet, Eye eye) {
        int brow = (int) (eye.browY() - SheetGeometry.pixels(Parameters.BROW_HEIGHT));
        int top = brow - SheetGeometry.pixels(Parameters.FOREHEAD);
        int from = (int) eye.leftX();
        int to = (int) eye.rightX();
        int covered = 0;
        for (int x = from; x <= to; x++) {
            boolean above = darkShare(sheet, x, top, brow) > Parameters.COVERED;
            boolean between =
                    darkShare(sheet, x, (int) eye.browY() + 1, (int) eye.lidY() - 2)
                            > Parameters.COVERED;
            covered += above && between ? 1 : 0;
        }
        return (double) covered / (to - from + 1);
    }

    private static double darkShare(PortraitSheet sheet, int x, int top, int bottom) {
        float[] luma = sheet.colours().luma();
        double limit = Parameters.DARKER * sheet.skin().luma();
        int dark = 0;
        int from = Math.max(0, top);
        int to = Math.max(from, bottom);
        for (int y = from; y <= to; y++) {
            dark += luma[y * SheetGeometry.WIDTH + x] < limit ? 1 : 0;
        }
        return (double) dark / (to - from + 1);
    }
}
