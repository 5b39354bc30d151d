package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.imaging.WsqRate;

/** The object {@code Encode} of a request. */
record EncodeForm(byte[] picture, WsqRate rate, int dpi) {

    static final String KEY = "Encode";

    private static final double LEAST_RATIO = 5;
    // 0.75 bits a pixel is what the FBI calls 15 : 1, and 2.25 what it calls 5 : 1
    private static final double RATIO_TIMES_RATE = 15 * 0.75;
    private static final double LEAST_RATE = 0.3;
    private static final double MOST_RATE = 5;
    private static final int USUAL_DPI = 500;
    private static final int LEAST_DPI = 100;
    private static final int MOST_DPI = 2000;

    static EncodeForm of(Envelope encode) {
        return new EncodeForm(
                encode.bytes("Image"),
                encode.number("Compression").map(EncodeForm::rate).orElse(WsqRate.FIFTEEN_TO_ONE),
                encode.number("PPI").map(EncodeForm::dpi).orElse(USUAL_DPI));
    }

    /** Bits a pixel below 5, a ratio from there on; the nearest that the format can do. */
    private static WsqRate rate(double compression) {
        if (compression <= 0) {
            throw Envelope.invalid("Compression is not positive");
        }
        double rate = compression < LEAST_RATIO ? compression : RATIO_TIMES_RATE / compression;
        return new WsqRate(Math.clamp(rate, LEAST_RATE, MOST_RATE));
    }

    private static int dpi(double ppi) {
        long dpi = Math.round(ppi);
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw Envelope.invalid("PPI is out of range");
        }
        return (int) dpi;
    }
}
