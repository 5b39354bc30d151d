package dev.selfsame.engine.portrait;

import java.util.Arrays;

/**
 * Hats and caps: what begins above the brows. Two signs: the crown has a colour that hair does not
 * have, and the forehead ends low in a straight, sharp line.
 */
final class Headwear {

    private static final class Parameters {
        static final Scale HAT = new Scale(0.15, 0.5, 0.9);
        static final double HAIR_CHROMA = 13;
        // why: fair and red hair keep the hue of skin, between red and yellow
        static final double HAIR_HUE_FROM = 15;
        static final double HAIR_HUE_TO = 100;
        static final double UNLIKE_SKIN = 16;
        static final double DARKER = 0.65;
        static final double STRAIGHT = 1.2;
        static final double CROOKED = 4;
        static final int ABOVE_LINE = 10;
        // mean step to the next pixel, as a share of the brightness
        static final double SMOOTH = 0.025;
        static final double ROUGH = 0.07;
        static final double LOW = 0.75;
        static final double HIGH = 1.0;
    }

    private static final int W = SheetGeometry.WIDTH;

    private Headwear() {}

    static Finding hat(PortraitSheet sheet) {
        return Parameters.HAT.judge(Math.max(strangeColour(sheet), brim(sheet)));
    }

    private static double strangeColour(PortraitSheet sheet) {
        Colours colours = sheet.colours();
        Skin skin = sheet.skin();
        Region crown =
                Region.box(
                                SheetGeometry.CENTRE_X - 38,
                                SheetGeometry.EYES_Y - SheetGeometry.pixels(1.5),
                                SheetGeometry.CENTRE_X + 38,
                                SheetGeometry.EYES_Y - SheetGeometry.pixels(1.1))
                        .and(sheet.inside());
        return crown.share(
                i -> {
                    double chroma = Math.hypot(colours.a()[i], colours.b()[i]);
                    double hue = Math.toDegrees(Math.atan2(colours.b()[i], colours.a()[i]));
                    return chroma > Parameters.HAIR_CHROMA
                            && colours.chromaDistance(i, skin.a(), skin.b())
                                    > Parameters.UNLIKE_SKIN
                            && (hue < Parameters.HAIR_HUE_FROM || hue > Parameters.HAIR_HUE_TO);
                });
    }

    /** 1 for a straight line low on the forehead, 0 for a crooked or a high one. */
    private static double brim(PortraitSheet sheet) {
        int half = SheetGeometry.pixels(0.55);
        double[] heights = new double[2 * half + 1];
        for (int k = 0; k < heights.length; k++) {
            heights[k] = endOfForehead(sheet, SheetGeometry.CENTRE_X + k - half);
        }
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        double height = sorted[sorted.length / 2] / SheetGeometry.INTER_EYE;
        double crooked = departure(heights);
        double straight =
                (Parameters.CROOKED - crooked) / (Parameters.CROOKED - Parameters.STRAIGHT);
        double low = (Parameters.HIGH - height) / (Parameters.HIGH - Parameters.LOW);
        return Math.clamp(straight, 0.0, 1.0)
                * Math.clamp(low, 0.0, 1.0)
                * smoothness(sheet, heights);
    }

    /** 1 for plain cloth above the line, 0 for the strands of hair. */
    private static double smoothness(PortraitSheet sheet, double[] heights) {
        float[] luma = sheet.colours().luma();
        double steps = 0;
        double sum = 0;
        for (int k = 0; k < heights.length - 1; k++) {
            int x = SheetGeometry.CENTRE_X + k - heights.length / 2;
            for (int up = 3; up < 3 + Parameters.ABOVE_LINE; up++) {
                int y = Math.max(0, SheetGeometry.EYES_Y - (int) heights[k] - up);
                steps += Math.abs(luma[y * W + x + 1] - luma[y * W + x]);
                sum += luma[y * W + x];
            }
        }
        double rough = steps / Math.max(1, sum);
        return Math.clamp(
                (Parameters.ROUGH - rough) / (Parameters.ROUGH - Parameters.SMOOTH), 0.0, 1.0);
    }

    /** Height over the eyes at which a column stops being skin, seen from between the brows. */
    private static double endOfForehead(PortraitSheet sheet, int x) {
        Skin skin = sheet.skin();
        Colours colours = sheet.colours();
        int start = SheetGeometry.EYES_Y - SheetGeometry.pixels(0.5);
        for (int y = start; y >= 0; y--) {
            int i = y * W + x;
            if (colours.luma()[i] < Parameters.DARKER * skin.luma()
                    || colours.chromaDistance(i, skin.a(), skin.b()) > Parameters.UNLIKE_SKIN) {
                return SheetGeometry.EYES_Y - y;
            }
        }
        return SheetGeometry.EYES_Y;
    }

    /** Mean distance of the middle nine tenths of the values from a straight line through them. */
    private static double departure(double[] heights) {
        int n = heights.length;
        double meanX = (n - 1) / 2.0;
        double mean = Arrays.stream(heights).average().orElse(0);
        double slope = 0;
        double spread = 0;
        for (int k = 0; k < n; k++) {
            slope += (k - meanX) * (heights[k] - mean);
            spread += (k - meanX) * (k - meanX);
        }
        slope /= spread;
        double[] away = new double[n];
        for (int k = 0; k < n; k++) {
            away[k] = Math.abs(heights[k] - mean - slope * (k - meanX));
        }
        Arrays.sort(away);
        return Arrays.stream(away, 0, (int) (0.9 * n)).average().orElse(0);
    }
}
