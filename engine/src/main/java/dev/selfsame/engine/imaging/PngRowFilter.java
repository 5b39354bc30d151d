package dev.selfsame.engine.imaging;

/**
 * Takes differences between neighbours of a picture's rows (ISO/IEC 15948, clause 9), so that they
 * deflate well. Shares the pixels; confined to one thread.
 */
final class PngRowFilter {

    private static final int NONE = 0;
    private static final int PAETH = 4;

    private final byte[] pixels;
    private final int rowBytes;
    private final int step;
    private final byte[][] candidates;

    /**
     * @param rowBytes bytes of a row
     * @param step bytes of a pixel
     */
    PngRowFilter(byte[] pixels, int rowBytes, int step) {
        this.pixels = pixels;
        this.rowBytes = rowBytes;
        this.step = step;
        candidates = new byte[PAETH + 1][rowBytes + 1];
    }

    /** A row behind the number of its filter; valid until the next call. */
    byte[] filtered(int row) {
        int best = NONE;
        long least = Long.MAX_VALUE;
        for (int filter = NONE; filter <= PAETH; filter++) {
            long sum = apply(filter, row, candidates[filter], least);
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        return candidates[best];
    }

    /** Sum of the differences taken as signed numbers; stops where it cannot become the least. */
    private long apply(int filter, int row, byte[] out, long enough) {
        out[0] = (byte) filter;
        int at = row * rowBytes;
        long sum = 0;
        for (int i = 0; i < rowBytes && sum < enough; i++) {
            int left = i < step ? 0 : pixels[at + i - step] & 255;
            int up = row == 0 ? 0 : pixels[at + i - rowBytes] & 255;
            int corner = i < step || row == 0 ? 0 : pixels[at + i - rowBytes - step] & 255;
            int guess =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case PAETH -> PngFilter.nearest(left, up, corner);
                        default -> 0;
                    };
            byte difference = (byte) (pixels[at + i] - guess);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }
}
