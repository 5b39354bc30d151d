package dev.selfsame.engine.imaging;

/**
 * How much a WSQ file may cost, as the specification counts it: a target from which the steps of
 * the quantiser follow, not a promise. Plain ground needs fewer bits, noise more.
 *
 * @param bitsPerPixel 0.3 to 5; a pixel has 8 before
 */
public record WsqRate(double bitsPerPixel) {

    /** The FBI's rate for its cards at 500 dpi: about 15 : 1 on them. */
    public static final WsqRate FIFTEEN_TO_ONE = new WsqRate(0.75);

    /** What ANSI/NIST-ITL calls the low rate of compression: about 5 : 1. */
    public static final WsqRate FIVE_TO_ONE = new WsqRate(2.25);

    private static final double LEAST = 0.3;
    private static final double MOST = 5;

    public WsqRate {
        // why: written so that it refuses what is not a number, too
        if (!(bitsPerPixel >= LEAST && bitsPerPixel <= MOST)) {
            throw new IllegalArgumentException(
                    "bitsPerPixel: " + bitsPerPixel + " (expected: " + LEAST + ".." + MOST + ")");
        }
    }
}
