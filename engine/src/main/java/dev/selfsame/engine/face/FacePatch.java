package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;
import dev.selfsame.engine.imaging.Similarity;

/**
 * The upright inner face as a small grey square, the sheet on which light and sharpness are
 * measured. Shares its array.
 *
 * @param luma {@code SIDE * SIDE} values 0..255, row by row (ITU-R BT.601 weights)
 */
record FacePatch(float[] luma) {

    static final int SIDE = 96;

    // why: eyes at a third of the height leaves brow to chin and little else in the square
    private static final double[] EYES_AND_MOUTH = {28, 33, 68, 33, 48, 76};
    private static final int[] RIGHT_EYE = {33, 133, 159, 145};
    private static final int[] LEFT_EYE = {263, 362, 386, 374};
    private static final int[] MOUTH = {61, 291};

    static FacePatch of(Pyramid picture, MeshFit fit) {
        double[] points = {
            fit.x(RIGHT_EYE),
            fit.y(RIGHT_EYE),
            fit.x(LEFT_EYE),
            fit.y(LEFT_EYE),
            fit.x(MOUTH),
            fit.y(MOUTH)
        };
        Affine map = Similarity.fit(EYES_AND_MOUTH, points);
        float[] rgb = new float[SIDE * SIDE * 3];
        Resampler.sample(picture, map, SIDE, SIDE, rgb);
        float[] luma = new float[SIDE * SIDE];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * rgb[3 * i] + 0.587f * rgb[3 * i + 1] + 0.114f * rgb[3 * i + 2];
        }
        return new FacePatch(luma);
    }

    double mean() {
        return mean(0, SIDE);
    }

    /** Standard deviation of the grey values. */
    double contrast() {
        double mean = mean();
        double sum = 0;
        for (float v : luma) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / luma.length);
    }

    /**
     * Mean difference between the halves over the mean: 0 lit evenly, 1 lit from one side alone.
     */
    double imbalance() {
        double left = mean(0, SIDE / 2);
        double right = mean(SIDE / 2, SIDE);
        return Math.abs(left - right) / Math.max(1, left + right);
    }

    /** Share of pixels that are nearly black or nearly white. */
    double clipped() {
        int count = 0;
        for (float v : luma) {
            if (v < 12 || v > 245) {
                count++;
            }
        }
        return (double) count / luma.length;
    }

    /** Root mean square of the Laplacian over the contrast: fine detail for the light there is. */
    double detail() {
        double sum = 0;
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                int i = y * SIDE + x;
                double l =
                        luma[i - 1] + luma[i + 1] + luma[i - SIDE] + luma[i + SIDE] - 4 * luma[i];
                sum += l * l;
            }
        }
        return Math.sqrt(sum / ((SIDE - 2) * (SIDE - 2))) / Math.max(4, contrast());
    }

    private double mean(int fromColumn, int toColumn) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = fromColumn; x < toColumn; x++) {
                sum += luma[y * SIDE + x];
            }
        }
        return sum / (SIDE * (toColumn - fromColumn));
    }
}
