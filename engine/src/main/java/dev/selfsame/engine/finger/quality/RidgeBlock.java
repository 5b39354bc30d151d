package dev.selfsame.engine.finger.quality;

/**
 * A place on the print with its surroundings of 32 by 32 pixels, 1.6 mm or three to four ridges.
 *
 * @param x its centre
 * @param y its centre
 * @param deviation standard deviation of the grey levels
 * @param across direction across the ridges, radians, y downwards, of 0..pi
 * @param certainty orientation certainty level, 0..1
 */
record RidgeBlock(int x, int y, double deviation, double across, double certainty) {

    /** Pixels of the surroundings' side. */
    static final int SIDE = 32;

    static RidgeBlock at(RidgePixels pixels, int x, int y) {
        double sum = 0;
        double squares = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row = y - SIDE / 2; row < y + SIDE / 2; row++) {
            for (int column = x - SIDE / 2; column < x + SIDE / 2; column++) {
                double level = pixels.at(column, row);
                sum += level;
                squares += level * level;
                double gx = pixels.at(column + 1, row) - pixels.at(column - 1, row);
                double gy = pixels.at(column, row + 1) - pixels.at(column, row - 1);
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
            }
        }
        int n = SIDE * SIDE;
        double deviation = Math.sqrt(Math.max(0, squares / n - sum / n * sum / n));
        double across = Math.atan2(2 * xy, xx - yy) / 2;
        return new RidgeBlock(
                x, y, deviation, across < 0 ? across + Math.PI : across, certainty(xx, yy, xy));
    }

    /**
     * One less the ratio of the two eigenvalues of the gradients' covariance: 1 where all gradients
     * have one direction, 0 where they have every (E. Lim, X. Jiang, W. Yau, "Fingerprint quality
     * and validity analysis", ICIP 2002; the orientation certainty level of ISO/IEC 29794-4).
     */
    private static double certainty(double xx, double yy, double xy) {
        double root = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
        double larger = (xx + yy + root) / 2;
        double smaller = (xx + yy - root) / 2;
        return larger > 0 ? 1 - Math.max(0, smaller) / larger : 0;
    }
}
