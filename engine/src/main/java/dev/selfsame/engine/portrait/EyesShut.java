package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.Openness;

/**
 * Closed eyes: the mesh's opening of the eye that is less open, and whether there is anything dark
 * between the lids, which a lowered lid has not and the mesh alone can miss.
 */
final class EyesShut {

    private static final class Parameters {
        static final Scale OPENING = new Scale(0.3, 0.15, 0.08);
        // brightness of the darkest quarter of the eye's upper part, as a share of the skin's
        static final Scale LID = new Scale(0.5, 0.78, 1);
        static final double DARKEST = 0.25;
        static final double UPPER = 0.6;
    }

    private EyesShut() {}

    static Finding closed(PortraitSheet sheet) {
        Openness openness = sheet.face().openness();
        double opening = Math.min(openness.rightEye(), openness.leftEye());
        double lid = Math.max(lid(sheet, sheet.rightEye()), lid(sheet, sheet.leftEye()));
        return Parameters.OPENING.judge(opening).or(Parameters.LID.judge(lid));
    }

    private static double lid(PortraitSheet sheet, Eye eye) {
        double bottom = eye.lidY() + Parameters.UPPER * (eye.lowerLidY() - eye.lidY());
        Region upper = eye.aperture().and(i -> SheetGeometry.row(i) <= bottom);
        return upper.quantile(sheet.colours().luma(), Parameters.DARKEST)
                / Math.max(1, sheet.skin().luma());
    }
}
