package dev.selfsame.engine.imaging;

import java.util.stream.IntStream;

/**
 * The best Huffman table for symbols of known frequency (ITU-T T.81, annexes C and K.2): no code is
 * longer than 16 bits, none consists of ones alone.
 */
final class HuffmanCoder {

    private static final int SYMBOLS = 256;

    /** Takes the code of ones, so that no real symbol gets it. */
    private static final int RESERVED = SYMBOLS;

    private final int[] ofLength;
    private final int[] symbols;
    private final int[] codes = new int[SYMBOLS];
    private final int[] lengths = new int[SYMBOLS];

    /**
     * Builds the table.
     *
     * @param counts how often each of the 256 symbols occurs; those that never do get no code
     */
    HuffmanCoder(int[] counts) {
        ofLength = limited(depths(counts));
        // why: by frequency, not by depth as in figure K.4, so that of two symbols that were
        // equally
        // deep the limit lengthens the rarer one
        symbols =
                IntStream.range(0, SYMBOLS)
                        .filter(symbol -> counts[symbol] > 0)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        number();
    }

    int code(int symbol) {
        return codes[symbol];
    }

    /** Bits of the code, 1..16; 0 where the symbol has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** As JPEG and WSQ store it: how many codes there are of each length, then the symbols. */
    byte[] stored() {
        byte[] stored = new byte[HuffmanCodes.LONGEST + symbols.length];
        for (int length = 1; length <= HuffmanCodes.LONGEST; length++) {
            stored[length - 1] = (byte) ofLength[length];
        }
        for (int i = 0; i < symbols.length; i++) {
            stored[HuffmanCodes.LONGEST + i] = (byte) symbols[i];
        }
        return stored;
    }

    /** Figure K.1: joins the two rarest trees until one is left. */
    private static int[] depths(int[] counts) {
        long[] frequency = new long[SYMBOLS + 1];
        int[] tree = new int[SYMBOLS + 1];
        int[] depths = new int[SYMBOLS + 1];
        for (int symbol = 0; symbol <= SYMBOLS; symbol++) {
            frequency[symbol] = symbol == RESERVED ? 1 : counts[symbol];
            tree[symbol] = symbol;
        }
        int first = rarest(frequency, -1);
        int second = rarest(frequency, first);
        while (second >= 0) {
            frequency[first] += frequency[second];
            frequency[second] = 0;
            for (int symbol = 0; symbol <= SYMBOLS; symbol++) {
                if (tree[symbol] == first || tree[symbol] == second) {
                    tree[symbol] = first;
                    depths[symbol]++;
                }
            }
            first = rarest(frequency, -1);
            second = rarest(frequency, first);
        }
        return depths;
    }

    /** The last of the trees that occur least but for one, -1 where there is none. */
    private static int rarest(long[] frequency, int butFor) {
        int rarest = -1;
        for (int i = 0; i < frequency.length; i++) {
            boolean candidate = frequency[i] > 0 && i != butFor;
            if (candidate && (rarest < 0 || frequency[i] <= frequency[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    /** Figure K.3: how many codes there are of each length once none is longer than 16 bits. */
    private static int[] limited(int[] depths) {
        int[] ofLength = new int[SYMBOLS + 1];
        for (int depth : depths) {
            ofLength[depth]++;
        }
        ofLength[0] = 0;
        for (int length = SYMBOLS; length > HuffmanCodes.LONGEST; length--) {
            while (ofLength[length] > 0) {
                int shorter = length - 2;
                while (ofLength[shorter] == 0) {
                    shorter--;
                }
                ofLength[length] -= 2;
                ofLength[length - 1]++;
                ofLength[shorter + 1] += 2;
                ofLength[shorter]--;
            }
        }
        int longest = HuffmanCodes.LONGEST;
        while (longest > 0 && ofLength[longest] == 0) {
            longest--;
        }
        // why: the reserved code is the last one of the longest
        ofLength[longest] = Math.max(0, ofLength[longest] - 1);
        return ofLength;
    }

    /** Annex C.2: codes count up, and get a zero behind them with each bit of length. */
    private void number() {
        int code = 0;
        int next = 0;
        for (int length = 1; length <= HuffmanCodes.LONGEST; length++) {
            for (int i = 0; i < ofLength[length]; i++) {
                codes[symbols[next]] = code++;
                lengths[symbols[next++]] = length;
            }
            code <<= 1;
        }
    }
}
