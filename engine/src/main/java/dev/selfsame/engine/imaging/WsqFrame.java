package dev.selfsame.engine.imaging;

/**
 * The frame header of a WSQ file: pixel = value * scale + shift.
 *
 * @param size columns and rows
 * @param shift mean that was taken off
 * @param scale by which the rest was divided
 */
record WsqFrame(PictureSize size, double shift, double scale) {

    private static final int LENGTH = 15;

    static WsqFrame read(Bytes content, ImageLimits limits) throws RefusedException {
        if (content.length() != LENGTH) {
            throw RefusedException.badHeader("its WSQ frame header has a wrong length");
        }
        PictureSize size = PictureSize.within(limits, content.u16(4), content.u16(2));
        double shift = scaled(content.u16(7), content.u8(6));
        double scale = scaled(content.u16(10), content.u8(9));
        if (!(scale > 0)) {
            throw RefusedException.badHeader("its WSQ scale is zero");
        }
        return new WsqFrame(size, shift, scale);
    }

    /** Numbers are stored as whole ones with the decimal point so many places from the right. */
    static double scaled(long digits, int places) {
        return digits / Math.pow(10, places);
    }
}
