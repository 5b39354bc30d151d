package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.Arrays;

/**
 * Pixelation: steps on a regular grid, as mosaics, enlarged small pictures and strong JPEG
 * compression leave them, in the pixels of the decoded picture; and the quality that a JPEG file
 * was written with. Source: Z. Wang, H. Sheikh, A. Bovik, "No-reference perceptual quality
 * assessment of JPEG compressed images", ICIP 2002: steps at block edges over those within blocks.
 */
final class Pixelation {

    private static final class Parameters {
        static final Scale BLOCKINESS = new Scale(1.15, 1.6, 3);
        static final Scale JPEG_QUALITY = new Scale(80, 30, 8);
        static final int LEAST_PERIOD = 3;
        static final int MOST_PERIOD = 32;
        static final int LEAST_SIDE = 24;
        static final double FLOOR = 0.6;
    }

    private Pixelation() {}

    static Finding of(Image image, ImageInfo info, FaceBox face) {
        int left = (int) Math.clamp(face.x(), 0.0, image.width() - 1.0);
        int top = (int) Math.clamp(face.y(), 0.0, image.height() - 1.0);
        int right = (int) Math.clamp(face.x() + face.width(), left + 0.0, image.width() - 1.0);
        int bottom = (int) Math.clamp(face.y() + face.height(), top + 0.0, image.height() - 1.0);
        double[] across = new double[right - left];
        double[] down = new double[bottom - top];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int here = green(image, x, y);
                across[x - left] += Math.abs(green(image, x + 1, y) - here);
                down[y - top] += Math.abs(green(image, x, y + 1) - here);
            }
        }
        Finding steps = Parameters.BLOCKINESS.judge(blockiness(across, down));
        // why: a picture decoded smaller has lost its blocks, and with them what they spoil
        return info.jpegQuality() < 0 || info.reduction() > 1
                ? steps
                : steps.or(Parameters.JPEG_QUALITY.judge(info.jpegQuality()));
    }

    private static int green(Image image, int x, int y) {
        return image.rgb()[(y * image.width() + x) * 3 + 1] & 255;
    }

    /** The most that any period stands out, along rows and columns alike. */
    private static double blockiness(double[] across, double[] down) {
        if (Math.min(across.length, down.length) < Parameters.LEAST_SIDE) {
            return Double.NaN;
        }
        double most = 1;
        for (int period = Parameters.LEAST_PERIOD; period <= Parameters.MOST_PERIOD; period++) {
            double grid =
                    Math.min(
                            standsOut(across, period, down.length),
                            standsOut(down, period, across.length));
            most = Math.max(most, grid);
        }
        return most;
    }

    /**
     * How much the steps at one phase of a period stand out against those next to them: the median
     * over the grid's lines, so that one strong edge in the picture is no grid.
     */
    private static double standsOut(double[] steps, int period, int samples) {
        double floor = Parameters.FLOOR * samples;
        double most = 0;
        for (int phase = 0; phase < period && steps.length >= 5 * period; phase++) {
            int first = phase == 0 ? period : phase;
            double[] lines = new double[(steps.length - 2 - first) / period + 1];
            for (int k = 0; k < lines.length; k++) {
                int at = first + k * period;
                double beside = (steps[at - 1] + steps[at + 1]) / 2;
                lines[k] = (steps[at] + floor) / (beside + floor);
            }
            Arrays.sort(lines);
            most = Math.max(most, lines[lines.length / 2]);
        }
        return most;
    }
}
