package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.Openness;

/**
 * Closed eyes: the mesh's opening of the eye that is less open, and whether an iris stands out
 * between the lids, which the mesh alone can miss.
 */
final class EyesShut {

    private static final class Parameters {
        static final Scale OPENING = new Scale(0.3, 0.15, 0.08);
        // why: as a share of the skin's brightness; a lid is skin, without a dark disc
        static final Scale IRIS = new Scale(0.2, 0.02, -0.06);
    }

    private EyesShut() {}

    static Finding closed(PortraitSheet sheet) {
        Openness openness = sheet.face().openness();
        double opening = Math.min(openness.rightEye(), openness.leftEye());
        double right = Iris.of(sheet.rightEye(), sheet.colours()).contrast();
        double left = Iris.of(sheet.leftEye(), sheet.colours()).contrast();
        double iris = Math.min(right, left) / Math.max(20, sheet.skin().luma());
        return Parameters.OPENING.judge(opening).or(Parameters.IRIS.judge(iris));
    }
}
