package dev.selfsame.engine.imaging;

/** Samples a picture through an affine map: bilinear, on the pyramid level that fits the scale. */
public final class Resampler {

    /** What lies outside the picture. */
    public enum Beyond {
        BLACK,
        /** The colour of the nearest pixel of the edge. */
        EDGE
    }

    private Resampler() {}

    /**
     * Samples a patch. Outside the picture is black.
     *
     * @param picture where to look
     * @param map from patch pixels to full-size picture pixels
     * @param width columns of the patch
     * @param height rows of the patch
     * @param out receives {@code width * height * 3} values 0..255, row by row, red green blue
     */
    public static void sample(Pyramid picture, Affine map, int width, int height, float[] out) {
        sample(picture, map, Beyond.BLACK, width, height, out);
    }

    /** Samples a patch as above, with a choice of what lies outside the picture. */
    public static void sample(
            Pyramid picture, Affine map, Beyond beyond, int width, int height, float[] out) {
        int level = picture.levelFor(map.scale());
        Image image = picture.level(level);
        Affine fine = map.then(toLevel(level));
        int w = image.width();
        int h = image.height();
        byte[] rgb = image.rgb();
        int o = 0;
        for (int row = 0; row < height; row++) {
            double x = fine.b() * row + fine.c();
            double y = fine.e() * row + fine.f();
            for (int column = 0; column < width; column++, o += 3) {
                if (x > -1 && y > -1 && x < w && y < h) {
                    blend(rgb, w, h, x, y, out, o);
                } else if (beyond == Beyond.EDGE) {
                    blend(rgb, w, h, Math.clamp(x, 0, w - 1), Math.clamp(y, 0, h - 1), out, o);
                } else {
                    out[o] = 0;
                    out[o + 1] = 0;
                    out[o + 2] = 0;
                }
                x += fine.a();
                y += fine.d();
            }
        }
    }

    /** Pixel centres lie on whole numbers, so the centre of a 2x2 block lies half a pixel off. */
    private static Affine toLevel(int level) {
        double scale = 1.0 / (1 << level);
        double shift = (scale - 1) / 2;
        return Affine.scaleThenMove(scale, shift, shift);
    }

    private static void blend(byte[] rgb, int w, int h, double x, double y, float[] out, int o) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        int x0 = Math.max(left, 0);
        int x1 = Math.min(left + 1, w - 1);
        int y0 = Math.max(top, 0) * w;
        int y1 = Math.min(top + 1, h - 1) * w;
        int i00 = (y0 + x0) * 3;
        int i01 = (y0 + x1) * 3;
        int i10 = (y1 + x0) * 3;
        int i11 = (y1 + x1) * 3;
        float w00 = (1 - right) * (1 - down);
        float w01 = right * (1 - down);
        float w10 = (1 - right) * down;
        float w11 = right * down;
        for (int c = 0; c < 3; c++) {
            out[o + c] =
                    w00 * (rgb[i00 + c] & 255)
                            + w01 * (rgb[i01 + c] & 255)
                            + w10 * (rgb[i10 + c] & 255)
                            + w11 * (rgb[i11 + c] & 255);
        }
    }
}
