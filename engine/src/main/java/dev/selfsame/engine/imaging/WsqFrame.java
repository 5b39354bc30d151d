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
    private static final int BLACK = 0;
    private static final int WHITE = 255;

    /** Values lie within this of zero. */
    private static final double REACH = 128;

    /** The parameters of NIST's reference encoder. */
    private static final int ENCODER = 2;

    /** The FBI gives numbers to software that it certified. */
    private static final int UNCERTIFIED = 0;

    /** The frame that brings these pixels to a mean of 0 and within 128 of it. */
    static WsqFrame of(byte[] grey, PictureSize size) {
        long sum = 0;
        int least = WHITE;
        int most = BLACK;
        for (byte pixel : grey) {
            int value = pixel & 0xFF;
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = (double) sum / grey.length;
        double scale = Math.max(most - mean, mean - least) / REACH;
        // why: a plain picture has nothing to scale, and decoders refuse a scale of zero
        return new WsqFrame(
                size,
                WsqDecimal.nearest(mean).value(),
                least == most ? 1 : WsqDecimal.nearest(scale).value());
    }

    /** Content of the frame header. */
    WsqOutput written() {
        return new WsqOutput()
                .u8(BLACK)
                .u8(WHITE)
                .u16(size.height())
                .u16(size.width())
                .decimal(shift)
                .decimal(scale)
                .u8(ENCODER)
                .u16(UNCERTIFIED);
    }

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
