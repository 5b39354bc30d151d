package dev.selfsame.engine.finger.quality;

/**
 * A fingerprint in grey at 500 dpi, dark ridges on light ground. Shares its array.
 *
 * @param grey width * height levels of 0..255, row by row
 */
public record RidgePixels(int width, int height, float[] grey) {

    private static final double DPI = 500;

    /**
     * The print at 500 dpi, each pixel the mean of samples that lie at most a pixel of the original
     * apart.
     *
     * @param grey width * height bytes, row by row, 0 black
     * @param dpi pixels per inch of the original
     */
    public static RidgePixels of(int width, int height, byte[] grey, double dpi) {
        double step = dpi / DPI;
        int toWidth = Math.max(1, (int) Math.round(width / step));
        int toHeight = Math.max(1, (int) Math.round(height / step));
        float[] scaled = new float[toWidth * toHeight];
        int samples = (int) Math.ceil(step);
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                double sum = 0;
                for (int i = 0; i < samples * samples; i++) {
                    int row = i / samples;
                    double right = x + (i % samples + 0.5) / samples;
                    double down = y + (row + 0.5) / samples;
                    sum += between(grey, width, height, right * step - 0.5, down * step - 0.5);
                }
                scaled[y * toWidth + x] = (float) (sum / (samples * samples));
            }
        }
        return new RidgePixels(toWidth, toHeight, scaled);
    }

    private static double between(byte[] grey, int width, int height, double x, double y) {
        double right = Math.clamp(x, 0, width - 1.0);
        double down = Math.clamp(y, 0, height - 1.0);
        int left = Math.min((int) right, Math.max(0, width - 2));
        int top = Math.min((int) down, Math.max(0, height - 2));
        int nextColumn = Math.min(left + 1, width - 1);
        int nextRow = Math.min(top + 1, height - 1);
        double toRight = right - left;
        double above = mix(grey[top * width + left], grey[top * width + nextColumn], toRight);
        double below =
                mix(grey[nextRow * width + left], grey[nextRow * width + nextColumn], toRight);
        return above + (below - above) * (down - top);
    }

    private static double mix(byte from, byte to, double share) {
        return (from & 0xff) + ((to & 0xff) - (from & 0xff)) * share;
    }

    /** The level at a pixel; the border goes on beyond the picture. */
    float at(int x, int y) {
        return grey[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    /** The level between pixels. */
    double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double toRight = x - left;
        double above = at(left, top) + (at(left + 1, top) - at(left, top)) * toRight;
        double below = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * toRight;
        return above + (below - above) * (y - top);
    }
}
