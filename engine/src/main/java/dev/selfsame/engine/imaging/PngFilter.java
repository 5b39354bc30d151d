package dev.selfsame.engine.imaging;

/** Undoes the five row filters of PNG (ISO/IEC 15948, clause 9). */
final class PngFilter {

    private PngFilter() {}

    /**
     * Restores a row in place.
     *
     * @param row filter type, then the filtered bytes
     * @param above the restored row above with its type, all zero for the first row
     * @param length bytes of both, with the type
     * @param step bytes a pixel, at least 1
     */
    static void restore(byte[] row, byte[] above, int length, int step) throws RefusedException {
        switch (row[0]) {
            case 0 -> {}
            case 1 -> sub(row, length, step);
            case 2 -> up(row, above, length);
            case 3 -> average(row, above, length, step);
            case 4 -> paeth(row, above, length, step);
            default -> throw RefusedException.corrupt("an unknown PNG row filter");
        }
    }

    private static void sub(byte[] row, int length, int step) {
        for (int i = 1 + step; i < length; i++) {
            row[i] += row[i - step];
        }
    }

    private static void up(byte[] row, byte[] above, int length) {
        for (int i = 1; i < length; i++) {
            row[i] += above[i];
        }
    }

    private static void average(byte[] row, byte[] above, int length, int step) {
        int first = Math.min(length, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] += (byte) ((above[i] & 0xFF) >> 1);
        }
        for (int i = first; i < length; i++) {
            row[i] += (byte) (((row[i - step] & 0xFF) + (above[i] & 0xFF)) >> 1);
        }
    }

    private static void paeth(byte[] row, byte[] above, int length, int step) {
        int first = Math.min(length, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] += above[i];
        }
        for (int i = first; i < length; i++) {
            int left = row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = above[i - step] & 0xFF;
            row[i] += (byte) nearest(left, up, corner);
        }
    }

    /** The neighbour nearest to left + up - corner (ISO/IEC 15948, 9.4); values 0..255. */
    static int nearest(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
