package dev.selfsame.engine.portrait;

/**
 * The pixels of a sheet as planes of {@link SheetGeometry#WIDTH} x {@link SheetGeometry#HEIGHT}.
 * Shares its arrays.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 * @param luma 0..255, ITU-R BT.601 weights
 * @param a CIE Lab a*, green to red (sRGB, D65)
 * @param b CIE Lab b*, blue to yellow
 */
record Colours(float[] red, float[] green, float[] blue, float[] luma, float[] a, float[] b) {

    /** Reads planes out of pixels as {@code Resampler} makes them. */
    static Colours of(float[] rgb) {
        int n = rgb.length / 3;
        Colours to =
                new Colours(
                        new float[n],
                        new float[n],
                        new float[n],
                        new float[n],
                        new float[n],
                        new float[n]);
        float[] linear = linearLight();
        for (int i = 0; i < n; i++) {
            float red = rgb[3 * i];
            float green = rgb[3 * i + 1];
            float blue = rgb[3 * i + 2];
            to.red[i] = red;
            to.green[i] = green;
            to.blue[i] = blue;
            to.luma[i] = 0.299f * red + 0.587f * green + 0.114f * blue;
            float r = linear[Math.round(red)];
            float g = linear[Math.round(green)];
            float u = linear[Math.round(blue)];
            double x = root((0.4124 * r + 0.3576 * g + 0.1805 * u) / 0.9505);
            double y = root(0.2126 * r + 0.7152 * g + 0.0722 * u);
            double z = root((0.0193 * r + 0.1192 * g + 0.9505 * u) / 1.089);
            to.a[i] = (float) (500 * (x - y));
            to.b[i] = (float) (200 * (y - z));
        }
        return to;
    }

    /** Distance of two pixels' colour from a given one, lightness left out. */
    double chromaDistance(int pixel, double otherA, double otherB) {
        return Math.hypot(a[pixel] - otherA, b[pixel] - otherB);
    }

    private static float[] linearLight() {
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            table[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return table;
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
