package dev.selfsame.engine.imaging;

/**
 * A number as WSQ stores it: whole digits, and how many of them stand behind the decimal point.
 *
 * @param digits 0..65535
 * @param places 0..9
 */
record WsqDecimal(int digits, int places) {

    /** The largest number that can be stored. */
    static final int MOST = 65_535;

    private static final int MOST_PLACES = 9;

    /**
     * The nearest number that can be stored.
     *
     * @param value 0 to {@link #MOST}
     */
    static WsqDecimal nearest(double value) {
        int places = 0;
        double digits = value;
        while (places < MOST_PLACES && Math.round(digits * 10) <= MOST) {
            digits *= 10;
            places++;
        }
        return value == 0 ? new WsqDecimal(0, 0) : new WsqDecimal((int) Math.round(digits), places);
    }

    double value() {
        return WsqFrame.scaled(digits, places);
    }
}
