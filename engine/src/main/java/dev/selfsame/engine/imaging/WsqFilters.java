package dev.selfsame.engine.imaging;

import java.util.List;

/**
 * The two filters that put a signal together again, both symmetric about their middle.
 *
 * @param low middle and right half of the filter for the low band
 * @param high middle and right half of the filter for the high band
 */
record WsqFilters(double[] low, double[] high) {

    /** The transform table holds the filters that take apart; 9 and 7 taps everywhere. */
    private static final int MOST_TAPS = 31;

    private static final int COEFFICIENT_BYTES = 6;

    /** How far the filters that take apart reach from their middle. */
    static final int REACH = 4;

    /**
     * Middle and right half of the 9 taps that take the low band out (IAFIS-IC-0110, part 3; Cohen,
     * Daubechies and Feauveau's wavelet).
     */
    private static final double[] LOW = {
        0.852698679, 0.377402856, -0.110624404, -0.023849465, 0.037828456
    };

    /** Of the 7 taps that take the high band out. */
    private static final double[] HIGH = {0.788485616, -0.418092273, -0.040689418, 0.064538883};

    private static final int PLACES = 9;

    /** The low band's coefficient at a place of a line that goes on for 4 samples either way. */
    static double low(double[] line, int at) {
        return LOW[0] * line[at]
                + LOW[1] * (line[at - 1] + line[at + 1])
                + LOW[2] * (line[at - 2] + line[at + 2])
                + LOW[3] * (line[at - 3] + line[at + 3])
                + LOW[4] * (line[at - 4] + line[at + 4]);
    }

    /** The high band's. */
    static double high(double[] line, int at) {
        return HIGH[0] * line[at]
                + HIGH[1] * (line[at - 1] + line[at + 1])
                + HIGH[2] * (line[at - 2] + line[at + 2])
                + HIGH[3] * (line[at - 3] + line[at + 3]);
    }

    /** Content of the transform table. */
    static WsqOutput written() {
        WsqOutput content = new WsqOutput().u8(2 * LOW.length - 1).u8(2 * HIGH.length - 1);
        for (double[] half : List.of(LOW, HIGH)) {
            for (double tap : half) {
                content.u8(tap < 0 ? 1 : 0).u8(PLACES);
                content.u32(Math.round(Math.abs(tap) * Math.pow(10, PLACES)));
            }
        }
        return content;
    }

    static WsqFilters read(Bytes content) throws RefusedException {
        int lowTaps = taps(content.u8(0));
        int highTaps = taps(content.u8(1));
        int lowCount = (lowTaps + 1) / 2;
        int highCount = (highTaps + 1) / 2;
        if (content.length() != 2 + (lowCount + highCount) * COEFFICIENT_BYTES) {
            throw RefusedException.badHeader("its WSQ transform table has a wrong length");
        }
        // why: for perfect reconstruction each filter is the other one with alternating signs
        double[] high = alternating(content, 2, lowCount);
        double[] low = alternating(content, 2 + lowCount * COEFFICIENT_BYTES, highCount);
        return new WsqFilters(low, high);
    }

    private static int taps(int stated) throws RefusedException {
        if (stated % 2 == 0 || stated > MOST_TAPS) {
            throw RefusedException.unsupported("a WSQ filter of " + stated + " taps");
        }
        return stated;
    }

    private static double[] alternating(Bytes content, int at, int count) throws RefusedException {
        double[] half = new double[count];
        for (int i = 0; i < count; i++) {
            int from = at + i * COEFFICIENT_BYTES;
            boolean negative = content.u8(from) != 0;
            double value = WsqFrame.scaled(content.u32(from + 2L), content.u8(from + 1L));
            half[i] = negative == (i % 2 == 0) ? -value : value;
        }
        return half;
    }
}
