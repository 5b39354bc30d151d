package dev.selfsame.engine.imaging;

/**
 * Takes a picture apart into its bands, four at a time from the whole plane to the smallest: the
 * analysis half of the transform that {@link WsqWavelet} undoes (IAFIS-IC-0110, 1.2). Confined to
 * one thread.
 */
final class WsqSplitting {

    private final float[] plane;
    private final int stride;

    /** A column or row, with as many mirrored samples on each side as the filters reach. */
    private final double[] line;

    private WsqSplitting(float[] plane, PictureSize size) {
        this.plane = plane;
        this.stride = size.width();
        this.line = new double[size.longSide() + 2 * WsqFilters.REACH];
    }

    /** Turns a plane of values into a plane of coefficients, in place. */
    static void split(WsqBand whole, float[] plane, PictureSize size) {
        new WsqSplitting(plane, size).split(whole);
    }

    private void split(WsqBand band) {
        if (band.parts().isEmpty()) {
            return;
        }
        int first = band.y() * stride + band.x();
        for (int y = 0; y < band.height(); y++) {
            splitLine(first + y * stride, 1, band.width(), band.highFirstAcross());
        }
        for (int x = 0; x < band.width(); x++) {
            splitLine(first + x, stride, band.height(), band.highFirstDown());
        }
        band.parts().forEach(this::split);
    }

    /** One column or row: values in, low and high halves out. */
    private void splitLine(int first, int step, int length, boolean highFirst) {
        for (int i = 0; i < length; i++) {
            line[WsqFilters.REACH + i] = plane[first + i * step];
        }
        mirrorEdges(length);
        int highs = length / 2;
        int low = highFirst ? first + highs * step : first;
        int high = highFirst ? first : first + (length - highs) * step;
        for (int i = 0; i < length; i += 2) {
            plane[low + i / 2 * step] = (float) WsqFilters.low(line, WsqFilters.REACH + i);
        }
        for (int i = 1; i < length; i += 2) {
            plane[high + i / 2 * step] = (float) WsqFilters.high(line, WsqFilters.REACH + i);
        }
    }

    private void mirrorEdges(int length) {
        int start = WsqFilters.REACH;
        int last = start + length - 1;
        // why: outward, so that a line shorter than the reach is mirrored again and again
        for (int i = 1; i <= WsqFilters.REACH; i++) {
            line[start - i] = line[start + inside(i, length)];
            line[last + i] = line[last - inside(i, length)];
        }
    }

    /** How far from an edge the sample lies that stands for the one so far beyond it. */
    private static int inside(int beyond, int length) {
        int period = 2 * (length - 1);
        int distance = beyond % period;
        return Math.min(distance, period - distance);
    }
}
