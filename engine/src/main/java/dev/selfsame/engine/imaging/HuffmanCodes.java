package dev.selfsame.engine.imaging;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A Huffman table of JPEG or WSQ (ITU-T T.81, annex C), looked up by the next 16 bits. Both formats
 * store it alike: a number, how many codes there are of each length, the symbols.
 */
final class HuffmanCodes {

    static final int LONGEST = 16;
    private static final int HEAD_BYTES = 1 + LONGEST;

    /** Length of the code in the upper byte, symbol in the lower one, 0 where there is no code. */
    private final short[] byPrefix;

    private HuffmanCodes(short[] byPrefix) {
        this.byPrefix = byPrefix;
    }

    /** Reads all tables of a segment into the places of their numbers. */
    static void read(Bytes content, @Nullable HuffmanCodes[] tables) throws RefusedException {
        int at = 0;
        while (at < content.length()) {
            int number = content.u8(at);
            int symbols = 0;
            for (int i = 1; i <= LONGEST; i++) {
                symbols += content.u8(at + i);
            }
            if (number >= tables.length || symbols > 256) {
                throw RefusedException.corrupt("a code table out of range");
            }
            tables[number] = build(content.slice(at, HEAD_BYTES + symbols));
            at += HEAD_BYTES + symbols;
        }
    }

    private static HuffmanCodes build(Bytes table) throws RefusedException {
        short[] byPrefix = new short[1 << LONGEST];
        int prefix = 0;
        int symbol = HEAD_BYTES;
        for (int length = 1; length <= LONGEST; length++) {
            int span = 1 << (LONGEST - length);
            for (int i = table.u8(length); i > 0; i--) {
                if (prefix + span > byPrefix.length) {
                    throw RefusedException.corrupt("a code table with too many codes");
                }
                int entry = length << 8 | table.u8(symbol++);
                Arrays.fill(byPrefix, prefix, prefix + span, (short) entry);
                prefix += span;
            }
        }
        return new HuffmanCodes(byPrefix);
    }

    int lengthOf(int next16) {
        return byPrefix[next16] >> 8;
    }

    int symbolOf(int next16) {
        return byPrefix[next16] & 0xFF;
    }
}
