package dev.selfsame.engine.imaging;

/**
 * How much the coefficients of each band vary (IAFIS-IC-0110, part 3): in a window about the middle
 * of the band, where the finger is; in the whole band where the window shows little.
 */
final class WsqVariances {

    /** Bands whose windows tell whether there is a finger in the middle. */
    private static final int LOWEST_BANDS = 4;

    private static final double PLAIN = 20_000;

    /**
     * why: a variance of a few samples is chance, and by it a whole band may be left out. Bands so
     * small occur in pictures of less than 200 pixels only; the specification is silent on them.
     */
    private static final int LEAST_WINDOW = 8;

    private WsqVariances() {}

    /** The variance of each of the bands that are coded. */
    static double[] of(WsqCoefficients coefficients) {
        double[] windows = all(coefficients, true);
        double lowest = 0;
        for (int band = 0; band < LOWEST_BANDS; band++) {
            lowest += windows[band];
        }
        return lowest < PLAIN ? all(coefficients, false) : windows;
    }

    private static double[] all(WsqCoefficients coefficients, boolean windowed) {
        return coefficients.bands().stream()
                .mapToDouble(
                        band ->
                                variance(
                                        coefficients, windowed ? window(band) : Window.whole(band)))
                .toArray();
    }

    private static Window window(WsqBand band) {
        Window window =
                new Window(
                        band,
                        band.width() / 8,
                        9 * band.height() / 32,
                        3 * band.width() / 4,
                        7 * band.height() / 16);
        return window.samples() < LEAST_WINDOW ? Window.whole(band) : window;
    }

    private static double variance(WsqCoefficients coefficients, Window window) {
        double sum = 0;
        double squares = 0;
        for (int y = window.y(); y < window.y() + window.height(); y++) {
            for (int x = window.x(); x < window.x() + window.width(); x++) {
                double value = coefficients.at(window.band(), x, y);
                sum += value;
                squares += value * value;
            }
        }
        return (squares - sum * sum / window.samples()) / (window.samples() - 1);
    }

    /** A rectangle of a band, relative to it. */
    private record Window(WsqBand band, int x, int y, int width, int height) {

        static Window whole(WsqBand band) {
            return new Window(band, 0, 0, band.width(), band.height());
        }

        int samples() {
            return width * height;
        }
    }
}
