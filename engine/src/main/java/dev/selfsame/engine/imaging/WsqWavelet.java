package dev.selfsame.engine.imaging;

/**
 * Puts the bands together again, four at a time from the smallest to the whole plane: the synthesis
 * half of a symmetric wavelet transform with whole-sample extension at the edges. Confined to one
 * thread.
 */
final class WsqWavelet {

    private final WsqFilters filters;
    private final float[] plane;
    private final int stride;
    private final float[] mixed;
    private final float[] line;

    private WsqWavelet(WsqFilters filters, float[] plane, PictureSize size) {
        this.filters = filters;
        this.plane = plane;
        this.stride = size.width();
        this.mixed = new float[size.longSide()];
        this.line = new float[size.longSide()];
    }

    /** Turns a plane of coefficients into a plane of values, in place. */
    static void join(WsqBand whole, WsqFilters filters, float[] plane, PictureSize size) {
        new WsqWavelet(filters, plane, size).join(whole);
    }

    private void join(WsqBand band) {
        if (band.parts().isEmpty()) {
            return;
        }
        for (WsqBand part : band.parts()) {
            join(part);
        }
        int first = band.y() * stride + band.x();
        for (int x = 0; x < band.width(); x++) {
            joinLine(first + x, stride, band.height(), band.highFirstDown());
        }
        for (int y = 0; y < band.height(); y++) {
            joinLine(first + y * stride, 1, band.width(), band.highFirstAcross());
        }
    }

    /** One column or row: low and high halves in, values out. */
    private void joinLine(int first, int step, int length, boolean highFirst) {
        int highs = length / 2;
        int lows = length - highs;
        int low = highFirst ? first + highs * step : first;
        int high = highFirst ? first : first + lows * step;
        for (int i = 0; i < lows; i++) {
            mixed[2 * i] = plane[low + i * step];
        }
        for (int i = 0; i < highs; i++) {
            mixed[2 * i + 1] = plane[high + i * step];
        }
        for (int i = 0; i < length; i++) {
            line[i] = (float) value(i, length);
        }
        for (int i = 0; i < length; i++) {
            plane[first + i * step] = line[i];
        }
    }

    private double value(int at, int length) {
        double[] same = at % 2 == 0 ? filters.low() : filters.high();
        double[] other = at % 2 == 0 ? filters.high() : filters.low();
        double sum = same[0] * mixed[at];
        for (int i = 2; i < same.length; i += 2) {
            sum += same[i] * (mixed(at - i, length) + mixed(at + i, length));
        }
        for (int i = 1; i < other.length; i += 2) {
            sum += other[i] * (mixed(at - i, length) + mixed(at + i, length));
        }
        return sum;
    }

    /** A sample beyond the edge is the one as far on this side of the last sample. */
    private double mixed(int at, int length) {
        int index = at;
        if (length == 1) {
            return index % 2 == 0 ? mixed[0] : 0;
        }
        while (index < 0 || index >= length) {
            index = index < 0 ? -index : 2 * (length - 1) - index;
        }
        return mixed[index];
    }
}
