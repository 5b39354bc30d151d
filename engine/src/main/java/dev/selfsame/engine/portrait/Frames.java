package dev.selfsame.engine.portrait;

import java.util.Arrays;

/**
 * Frames of glasses: how thick their rims are, and whether they cross the eyes. A rim is a run of
 * pixels much darker than the skin next to it, down a column that starts and ends on that skin.
 */
final class Frames {

    private static final class Parameters {
        // why: 63 mm between the eyes, so 0.075 is nearly 5 mm; wire rims are 1 to 2 mm
        static final Scale THICKNESS = new Scale(0.02, 0.075, 0.16);
        static final Scale CROSSING = new Scale(0.5, 0.85, 1.1);
        static final double DARKER = 0.6;
        static final double RIM_FROM = 0.05;
        static final double RIM_TO = 0.5;
        static final double BRIDGE = 0.55;
        static final int BRIDGE_COLUMNS = 9;
        static final double SKIN = 0.75;
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

    private static double lowerRim(PortraitSheet sheet, Eye eye) {
        int top = (int) eye.lowerLidY() + SheetGeometry.pixels(Parameters.RIM_FROM);
        int bottom = (int) eye.lowerLidY() + SheetGeometry.pixels(Parameters.RIM_TO);
        return thickness(sheet, Region.box((int) eye.leftX(), top, (int) eye.rightX(), bottom));
    }

    private static double bridge(PortraitSheet sheet) {
        double top = Math.max(sheet.rightEye().browY(), sheet.leftEye().browY());
        double half = Parameters.BRIDGE_COLUMNS / 2.0;
        return thickness(
                sheet,
                Region.box(
                        SheetGeometry.CENTRE_X - half,
                        (int) top,
                        SheetGeometry.CENTRE_X + half,
                        (int) top + SheetGeometry.pixels(Parameters.BRIDGE)));
    }

    /** Median over the columns of a box of the longest dark run, in distances between the eyes. */
    private static double thickness(PortraitSheet sheet, Region box) {
        float[] luma = sheet.colours().luma();
        double limit = Parameters.DARKER * box.quantile(luma, Parameters.SKIN);
        int[] pixels = box.pixels();
        if (pixels.length == 0) {
            return 0;
        }
        int columns =
                SheetGeometry.column(pixels[pixels.length - 1])
                        - SheetGeometry.column(pixels[0])
                        + 1;
        double[] runs = new double[columns];
        for (int k = 0; k < columns; k++) {
            runs[k] = longestRun(luma, limit, pixels[0] + k, pixels.length / columns);
        }
        Arrays.sort(runs);
        return runs[columns / 2] / SheetGeometry.INTER_EYE;
    }

    /** Runs that touch the window's ends are shadows, lashes, brows or tinted lenses. */
    private static double longestRun(float[] luma, double limit, int first, int rows) {
        int longest = 0;
        int run = 0;
        boolean sinceSkin = false;
        for (int row = 0; row < rows; row++) {
            if (luma[first + row * SheetGeometry.WIDTH] < limit) {
                run++;
            } else {
                longest = sinceSkin ? Math.max(longest, run) : longest;
                sinceSkin = true;
                run = 0;
            }
        }
        return longest;
    }

    /** The fullest row between the lids: how much of it, beyond both corners, is dark. */
    static Finding coveringEyes(PortraitSheet sheet) {
        // why: behind dark lenses nobody can tell
        if (!Lenses.darkTinted(sheet).conformed()) {
            return Parameters.CROSSING.judge(Double.NaN);
        }
        FaceRegions regions = sheet.regions();
        return Parameters.CROSSING.judge(
                Math.max(
                        crossing(sheet, sheet.rightEye(), regions.rightCheek()),
                        crossing(sheet, sheet.leftEye(), regions.leftCheek())));
    }

    private static double crossing(PortraitSheet sheet, Eye eye, Region cheek) {
        float[] luma = sheet.colours().luma();
        double limit = Parameters.DARKER * cheek.median(luma);
        int beyond = SheetGeometry.pixels(Parameters.BEYOND_CORNERS);
        int from = (int) eye.leftX() - beyond;
        int to = (int) eye.rightX() + beyond;
        // why: lashes and liner follow the upper lid and are no frame
        double top = eye.lidY() + 0.35 * (eye.lowerLidY() - eye.lidY());
        double most = 0;
        for (int y = (int) Math.round(top); y <= eye.lowerLidY() + 1; y++) {
            Region row = Region.box(from, y, to, y);
            most = Math.max(most, row.share(i -> luma[i] < limit));
        }
        return most;
    }
}
