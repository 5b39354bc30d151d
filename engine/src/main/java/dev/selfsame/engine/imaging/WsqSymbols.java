package dev.selfsame.engine.imaging;

/**
 * Makes symbols of levels, the reverse of {@link WsqLevels}: runs of zeros, small levels, large
 * ones with their number behind the symbol. Confined to one thread.
 */
final class WsqSymbols {

    /** Takes a symbol and the bits behind it. */
    interface Taker {

        /**
         * Takes one symbol.
         *
         * @param symbol 1..254
         * @param extra number that follows the symbol
         * @param extraBits its length: 0, 8 or 16
         */
        void take(int symbol, int extra, int extraBits);
    }

    private static final int SHORT = 0xFF;
    private static final int LONG = 0xFFFF;

    private final Taker taker;
    private int zeros;

    WsqSymbols(Taker taker) {
        this.taker = taker;
    }

    /** Takes the next level, -65535..65535. */
    void add(int level) {
        if (level == 0) {
            zeros++;
            if (zeros == LONG) {
                finish();
            }
            return;
        }
        finish();
        int size = Math.abs(level);
        if (level >= WsqLevels.LEAST_SHORT && level <= WsqLevels.MOST_SHORT) {
            taker.take(WsqLevels.ZERO + level, 0, 0);
        } else if (size <= SHORT) {
            taker.take(level > 0 ? WsqLevels.POSITIVE_8 : WsqLevels.NEGATIVE_8, size, 8);
        } else {
            taker.take(level > 0 ? WsqLevels.POSITIVE_16 : WsqLevels.NEGATIVE_16, size, 16);
        }
    }

    /** Ends the run of zeros, if there is one. */
    void finish() {
        if (zeros > SHORT) {
            taker.take(WsqLevels.RUN_16, zeros, 16);
        } else if (zeros > WsqLevels.LONGEST_SHORT_RUN) {
            taker.take(WsqLevels.RUN_8, zeros, 8);
        } else if (zeros > 0) {
            taker.take(zeros, 0, 0);
        }
        zeros = 0;
    }
}
