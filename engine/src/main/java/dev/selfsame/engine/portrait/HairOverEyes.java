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
        // why so high: brows and the upper rims of glasses lie below it
        static final double FOREHEAD_FROM = 0.3;
        static final double FOREHEAD_TO = 0.55;
    }

    private HairOverEyes() {}

    static Finding across(PortraitSheet sheet) {
        FaceRegions regions = sheet.regions();
        return Parameters.COLUMNS.judge(
                Math.max(
                        covered(sheet, sheet.rightEye(), regions.rightCheek()),
                        covered(sheet, sheet.leftEye(), regions.leftCheek())));
    }

    private static double covered(PortraitSheet sheet, Eye eye, Region cheek) {
        // why: the cheek of the same side, so that a shadow on half of the face is no hair
        double limit = Parameters.DARKER * cheek.median(sheet.colours().luma());
        int brow = (int) (eye.browY() - SheetGeometry.pixels(Parameters.FOREHEAD_FROM));
        int top = (int) (eye.browY() - SheetGeometry.pixels(Parameters.FOREHEAD_TO));
        int from = (int) eye.leftX();
        int to = (int) eye.rightX();
        int covered = 0;
        for (int x = from; x <= to; x++) {
            boolean above = darkShare(sheet, limit, x, top, brow) > Parameters.COVERED;
            boolean between =
                    darkShare(sheet, limit, x, (int) eye.browY() + 1, (int) eye.lidY() - 2)
                            > Parameters.COVERED;
            covered += above && between ? 1 : 0;
        }
        return (double) covered / (to - from + 1);
    }

    private static double darkShare(PortraitSheet sheet, double limit, int x, int top, int bottom) {
        float[] luma = sheet.colours().luma();
        return Region.box(x, top, x, Math.max(top, bottom)).share(i -> luma[i] < limit);
    }
}
