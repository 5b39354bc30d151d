package dev.selfsame.engine.portrait;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Means over squares, by running sums: the cost does not depend on the square's size. */
final class Smoothing {

    private static final int W = SheetGeometry.WIDTH;
    private static final int H = SheetGeometry.HEIGHT;

    private Smoothing() {}

    /** The mean of the square around each pixel, cut off at the sheet's edge. */
    static float[] mean(float[] plane, int radius) {
        return mean(plane, null, radius);
    }

    /** The same over those pixels only that lie in a region; NaN where none does. */
    static float[] mean(float[] plane, @Nullable Region region, int radius) {
        double[] sums = new double[(W + 1) * (H + 1)];
        int[] counts = new int[(W + 1) * (H + 1)];
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                int pixel = y * W + x;
                int i = (y + 1) * (W + 1) + x + 1;
                boolean counted = region == null || region.has(pixel);
                double value = counted ? plane[pixel] : 0;
                sums[i] = value + sums[i - 1] + sums[i - W - 1] - sums[i - W - 2];
                counts[i] =
                        (counted ? 1 : 0) + counts[i - 1] + counts[i - W - 1] - counts[i - W - 2];
            }
        }
        float[] out = new float[W * H];
        Arrays.fill(out, Float.NaN);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                int left = Math.max(0, x - radius);
                int right = Math.min(W, x + radius + 1);
                int top = Math.max(0, y - radius) * (W + 1);
                int bottom = Math.min(H, y + radius + 1) * (W + 1);
                int n =
                        counts[bottom + right]
                                - counts[bottom + left]
                                - counts[top + right]
                                + counts[top + left];
                if (n > 0) {
                    double sum =
                            sums[bottom + right]
                                    - sums[bottom + left]
                                    - sums[top + right]
                                    + sums[top + left];
                    out[y * W + x] = (float) (sum / n);
                }
            }
        }
        return out;
    }
}
