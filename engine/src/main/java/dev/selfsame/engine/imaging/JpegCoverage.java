package dev.selfsame.engine.imaging;

import java.util.Arrays;

/**
 * Which coefficients the scans so far have brought, and whether a scan is long enough to bring what
 * it says. Confined to one thread.
 */
final class JpegCoverage {

    private static final int COEFFICIENTS = 64;
    private static final int MISSING = 99;

    private final JpegFrame frame;

    /** Lowest bit known of each coefficient of each channel, 0 when it is complete. */
    private final int[][] lowestBit;

    JpegCoverage(JpegFrame frame) {
        this.frame = frame;
        this.lowestBit = new int[frame.components().size()][COEFFICIENTS];
        for (int[] channel : lowestBit) {
            Arrays.fill(channel, MISSING);
        }
    }

    /** Adds a scan by its header (T.81, B.2.3) and the length of its data. */
    void add(Bytes header, int dataBytes) throws RefusedException {
        int channels = header.length() < 1 ? 0 : header.u8(0);
        if (channels < 1
                || channels > frame.components().size()
                || header.length() != 4 + 2 * channels) {
            throw RefusedException.corrupt("a JPEG scan header has a wrong length");
        }
        int first = frame.progressive() ? header.u8(1 + 2L * channels) : 0;
        int last = frame.progressive() ? header.u8(2 + 2L * channels) : COEFFICIENTS - 1;
        int low = frame.progressive() ? header.u8(3 + 2L * channels) & 0x0F : 0;
        if (first > last || last >= COEFFICIENTS) {
            throw RefusedException.corrupt("a JPEG scan of impossible coefficients");
        }
        long blocks = 0;
        for (int i = 0; i < channels; i++) {
            int channel = frame.indexOf(header.u8(1 + 2L * i));
            if (channel < 0) {
                throw RefusedException.corrupt("a JPEG scan of an unknown channel");
            }
            blocks += frame.blocks(channel);
            for (int k = first; k <= last; k++) {
                lowestBit[channel][k] = Math.min(lowestBit[channel][k], low);
            }
        }
        checkLength(first == 0, blocks, dataBytes);
    }

    /**
     * A block costs a bit for its constant part and, in the sequential process, another one for "no
     * more"; only the other scans of the progressive process can skip blocks for nothing.
     */
    private void checkLength(boolean constantPart, long blocks, int dataBytes)
            throws RefusedException {
        int leastBits = frame.progressive() ? 1 : 2;
        if (constantPart && blocks * leastBits > dataBytes * 8L) {
            throw RefusedException.truncated("it holds too few pixel data for its size");
        }
    }

    /** Everything of the first channel, and the constant part of all others, must have come. */
    void expectComplete() throws RefusedException {
        for (int k = 0; k < COEFFICIENTS; k++) {
            if (lowestBit[0][k] != 0) {
                throw RefusedException.truncated("some of its scans are missing");
            }
        }
        for (int[] channel : lowestBit) {
            if (channel[0] != 0) {
                throw RefusedException.truncated("some of its scans are missing");
            }
        }
    }
}
