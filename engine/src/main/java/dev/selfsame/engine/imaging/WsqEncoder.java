package dev.selfsame.engine.imaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes fingerprints in the FBI's wavelet scalar quantisation (IAFIS-IC-0110, version 3.1), with
 * the parameters of its part 3. Safe for any number of threads; the same pixels give the same
 * bytes.
 */
public final class WsqEncoder {

    /**
     * The smallest whose lines have more than 5 samples at every split. why: JNBIS, a translation
     * of NIST's decoder, reads shorter lines wrongly; it agrees with ours on every side from 81 to
     * 199 and on none from 64 to 80.
     */
    private static final int LEAST_SIDE = 81;

    private static final int MOST_SIDE = 65_535;
    private static final int LEAST_DPI = 100;
    private static final int MOST_DPI = 2000;

    /** First bands of the three blocks, and the end of the last one. */
    private static final int[] BLOCKS = {0, 19, 52, WsqPicture.CODED_BANDS};

    /** In grey levels; finer ones would be lost when pixels are rounded. */
    private static final double FINEST_STEP = 0.5;

    private final WsqRate rate;
    private final ImageLimits limits;

    /**
     * An encoder.
     *
     * @param limits of which those on pixels count; a larger picture could not be read again
     */
    public WsqEncoder(WsqRate rate, ImageLimits limits) {
        this.rate = Objects.requireNonNull(rate, "rate");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * The file of a picture.
     *
     * @param grey {@code width * height} bytes, row by row, 0 black to 255 white, unsigned
     * @param width columns, 81 to 65535
     * @param height rows, 81 to 65535
     * @param dpi pixels per inch, 100 to 2000, both ways; the file has no place for fractions
     * @throws IllegalArgumentException if one of them is out of its range, the array has another
     *     length, or there are more pixels than the limits allow
     */
    public byte[] encode(byte[] grey, int width, int height, int dpi) {
        Objects.requireNonNull(grey, "grey");
        check("width", width, LEAST_SIDE, MOST_SIDE);
        check("height", height, LEAST_SIDE, MOST_SIDE);
        check("dpi", dpi, LEAST_DPI, MOST_DPI);
        PictureSize size = new PictureSize(width, height);
        if (size.pixels() > limits.maxPixels()) {
            throw new IllegalArgumentException(
                    "size: %dx%d (expected: at most %d pixels)"
                            .formatted(width, height, limits.maxPixels()));
        }
        if (grey.length != size.pixels()) {
            throw new IllegalArgumentException(
                    "grey: " + grey.length + " bytes (expected: " + size.pixels() + ")");
        }
        return encode(grey, size, dpi);
    }

    private byte[] encode(byte[] grey, PictureSize size, int dpi) {
        WsqFrame frame = WsqFrame.of(grey, size);
        WsqCoefficients coefficients = coefficients(frame, grey);
        double[] variances = WsqVariances.of(coefficients);
        double[] steps = WsqSteps.of(variances, rate, FINEST_STEP / frame.scale());
        WsqQuantiser quantiser = WsqQuantiser.of(steps);
        WsqOutput out = new WsqOutput().marker(WsqHeader.SOI);
        out.segment(WsqHeader.COM, comment(size, dpi));
        out.segment(WsqHeader.DTT, WsqFilters.written());
        out.segment(WsqHeader.DQT, quantiser.written());
        out.segment(WsqHeader.SOF, frame.written());
        for (int block = 0; block < BLOCKS.length - 1; block++) {
            new WsqBlock(coefficients, quantiser, BLOCKS[block], BLOCKS[block + 1])
                    .write(block, out);
        }
        return out.marker(WsqHeader.EOI).toByteArray();
    }

    private static WsqCoefficients coefficients(WsqFrame frame, byte[] grey) {
        float[] plane = new float[grey.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) (((grey[i] & 0xFF) - frame.shift()) / frame.scale());
        }
        WsqBand whole = WsqBand.whole(frame.size());
        WsqSplitting.split(whole, plane, frame.size());
        List<WsqBand> bands = whole.leaves().subList(0, WsqPicture.CODED_BANDS);
        return new WsqCoefficients(plane, frame.size().width(), bands);
    }

    /** The comment of NIST's software, the only place for a resolution. */
    private WsqOutput comment(PictureSize size, int dpi) {
        String text =
                String.join(
                        "\n",
                        "NIST_COM 9",
                        "PIX_WIDTH " + size.width(),
                        "PIX_HEIGHT " + size.height(),
                        "PIX_DEPTH 8",
                        "PPI " + dpi,
                        "LOSSY 1",
                        "COLORSPACE GRAY",
                        "COMPRESSION WSQ",
                        String.format(Locale.ROOT, "WSQ_BITRATE %.6f", rate.bitsPerPixel()));
        return new WsqOutput().all(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
