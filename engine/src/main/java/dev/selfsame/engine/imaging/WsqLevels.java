package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.WsqHeader.Part;

import org.jspecify.annotations.Nullable;

/**
 * Decodes the quantised coefficients (IAFIS-IC-0110, 1.4): runs of zeros, small levels as symbols,
 * large ones with 8 or 16 bits behind the symbol. Confined to one thread.
 */
final class WsqLevels {

    static final int LONGEST_SHORT_RUN = 100;
    static final int POSITIVE_8 = 101;
    static final int NEGATIVE_8 = 102;
    static final int POSITIVE_16 = 103;
    static final int NEGATIVE_16 = 104;
    static final int RUN_8 = 105;
    static final int RUN_16 = 106;
    static final int ZERO = 180;
    private static final int LARGEST_SYMBOL = 254;

    /** Levels that are symbols themselves. */
    static final int LEAST_SHORT = -73;

    static final int MOST_SHORT = LARGEST_SYMBOL - ZERO;
    private static final int TABLES = 8;

    /** Takes so many coefficients of one level. */
    interface Taker {
        void take(int count, int level);
    }

    private final long expected;
    private final Taker taker;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[TABLES];
    private long taken;

    private WsqLevels(long expected, Taker taker) {
        this.expected = expected;
        this.taker = taker;
    }

    /** Decodes all blocks and makes sure that they hold just the expected number of levels. */
    static void decode(WsqHeader header, long expected, Taker taker) throws RefusedException {
        WsqLevels levels = new WsqLevels(expected, taker);
        for (Part part : header.parts()) {
            switch (part) {
                case Part.CodeTables(Bytes content) -> HuffmanCodes.read(content, levels.tables);
                case Part.Block(int table, Bytes data) -> levels.block(table, data);
            }
        }
        if (levels.taken < expected) {
            throw RefusedException.truncated("its WSQ blocks end too early");
        }
    }

    private void block(int table, Bytes data) throws RefusedException {
        HuffmanCodes codes = table < TABLES ? tables[table] : null;
        if (codes == null) {
            throw RefusedException.corrupt("a WSQ block without its code table");
        }
        WsqBits bits = new WsqBits(data);
        while (taken < expected && bits.hasCode(codes)) {
            symbol(bits.code(codes), bits);
        }
    }

    private void symbol(int symbol, WsqBits bits) throws RefusedException {
        switch (symbol) {
            case POSITIVE_8 -> take(1, bits.read(8));
            case NEGATIVE_8 -> take(1, -bits.read(8));
            case POSITIVE_16 -> take(1, bits.read(16));
            case NEGATIVE_16 -> take(1, -bits.read(16));
            case RUN_8 -> take(bits.read(8), 0);
            case RUN_16 -> take(bits.read(16), 0);
            default -> {
                if (symbol == 0 || symbol > LARGEST_SYMBOL) {
                    throw RefusedException.corrupt("an unknown WSQ symbol");
                }
                if (symbol <= LONGEST_SHORT_RUN) {
                    take(symbol, 0);
                } else {
                    take(1, symbol - ZERO);
                }
            }
        }
    }

    private void take(int count, int level) throws RefusedException {
        taken += count;
        if (taken > expected) {
            throw RefusedException.corrupt("its WSQ blocks hold too many coefficients");
        }
        taker.take(count, level);
    }
}
