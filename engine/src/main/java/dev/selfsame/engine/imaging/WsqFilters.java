package dev.selfsame.engine.imaging;

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
