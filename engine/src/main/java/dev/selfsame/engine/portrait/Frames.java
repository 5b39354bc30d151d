package dev.selfsame.engine.portrait;

import java.util.Arrays;

/**
 * Frames of glasses: how thick their rims are, and whether they cross the eyes. A rim is a run of
 * pixels unlike the skin, down a column that starts on bare skin and ends on it.
 */
final class Frames {

    private static final class Parameters {
        // why: 63 mm between the eyes, so 0.08 is 5 mm; wire rims are 1 to 2 mm
        static final Scale THICKNESS = new Scale(0.02, 0.075, 0.16);
        static final Scale CROSSING = new Scale(0.55, 0.9, 1.2);
        static final double DARKER = 0.62;
        static final double CHROMA = 22;
        static final double RIM_FROM = 0.05;
        static final double RIM_TO = 0.5;
        static final double BEYOND_CORNERS = 0.22;
    }

    private Frames() {}

    static Finding tooHeavy(PortraitSheet sheet) {
        double[] rims = {
            lowerRim(sheet, sheet.rightEye()), lowerRim(sheet, sheet.leftEye()), bridge(sheet)
        };
        Arrays.sort(rims);
        // why: two of three, so that a mole or the shadow of a nose is no frame
        return Parameters.THICKNESS.judge(rims[1]);
    }

    /** Median thickness of what is unlike skin below the eye, in distances between the eyes. */
    private static double lowerRim(PortraitSheet sheet, Eye eye) {
        int from = (int) eye.leftX();
        int to = (int) eye.rightX();
        double[] runs = new double[to - from + 1];
        int top = (int) eye.lowerLidY() + SheetGeometry.pixels(Parameters.RIM_FROM);
        int bottom = (int) eye.lowerLidY() + SheetGeometry.pixels(Parameters.RIM_TO);
        for (int x = from; x <= to; x++) {
            runs[x - from] = longestRun(sheet, x, top, bottom);
        }
        Arrays.sort(runs);
        return runs[runs.length / 2] / SheetGeometry.INTER_EYE;
    }

    private static double bridge(PortraitSheet sheet) {
        double[] runs = new double[9];
        int top = (int) Math.max(sheet.rightEye().browY(), sheet.leftEye().browY());
        int bottom = top + SheetGeometry.pixels(0.55);
        for (int k = 0; k < runs.length; k++) {
            runs[k] = longestRun(sheet, SheetGeometry.CENTRE_X + k - 4, top, bottom);
        }
        Arrays.sort(runs);
        return runs[runs.length / 2] / SheetGeometry.INTER_EYE;
    }

    private static double longestRun(PortraitSheet sheet, int x, int top, int bottom) {
        double longest = 0;
        int run = 0;
        for (int y = top; y <= bottom; y++) {
            run = isUnlikeSkin(sheet, x, y) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The fullest row between the lids: how much of it, beyond both corners, is unlike skin. */
    static Finding coveringEyes(PortraitSheet sheet) {
        return Parameters.CROSSING.judge(
                Math.max(crossing(sheet, sheet.rightEye()), crossing(sheet, sheet.leftEye())));
    }

    private static double crossing(PortraitSheet sheet, Eye eye) {
        int beyond = SheetGeometry.pixels(Parameters.BEYOND_CORNERS);
        int from = (int) eye.leftX() - beyond;
        int to = (int) eye.rightX() + beyond;
        // why: lashes and liner follow the upper lid and are no frame
        double top = eye.lidY() + 0.35 * (eye.lowerLidY() - eye.lidY());
        double most = 0;
        for (int y = (int) Math.round(top); y <= eye.lowerLidY() + 1; y++) {
            int unlike = 0;
            for (int x = from; x <= to; x++) {
                unlike += isUnlikeSkin(sheet, x, y) ? 1 : 0;
            }
            most = Math.max(most, (double) unlike / (to - from + 1));
        }
        return most;
    }

    private static boolean isUnlikeSkin(PortraitSheet sheet, int x, int y) {
        if (x < 0 || x >= SheetGeometry.WIDTH || y < 0 || y >= SheetGeometry.HEIGHT) {
            return false;
        }
        int i = y * SheetGeometry.WIDTH + x;
        Skin skin = sheet.skin();
        return sheet.colours().luma()[i] < Parameters.DARKER * skin.luma()
                || sheet.colours().chromaDistance(i, skin.a(), skin.b()) > Parameters.CHROMA;
    }
}
