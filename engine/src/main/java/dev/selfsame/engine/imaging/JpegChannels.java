package dev.selfsame.engine.imaging;

import java.awt.image.Raster;

/** From the raw channels of a JPEG to RGB (JFIF 1.02 for luminance and colour differences). */
final class JpegChannels {

    /** Fixed point, as libjpeg does it, so that both decoders give the same colours. */
    private static final int FRACTION_BITS = 16;

    private static final int HALF = 1 << (FRACTION_BITS - 1);
    private static final int RED_OF_RED = fixed(1.402);
    private static final int GREEN_OF_BLUE = fixed(0.344136286);
    private static final int GREEN_OF_RED = fixed(0.714136286);
    private static final int BLUE_OF_BLUE = fixed(1.772);

    private JpegChannels() {}

    static Image toRgb(Raster raster, JpegColour colour, PictureSize size, int reduction) {
        RowSink sink = new RowSink(size, reduction);
        int channels = raster.getNumBands();
        byte[] samples = new byte[size.width() * channels];
        byte[] rgb = new byte[size.width() * 3];
        for (int y = 0; y < size.height(); y++) {
            raster.getDataElements(0, y, size.width(), 1, samples);
            for (int x = 0; x < size.width(); x++) {
                convert(samples, x * channels, colour, rgb, x * 3);
            }
            sink.add(rgb);
        }
        return sink.image();
    }

    private static void convert(byte[] samples, int at, JpegColour colour, byte[] rgb, int to) {
        switch (colour) {
            case GREY -> {
                rgb[to] = samples[at];
                rgb[to + 1] = samples[at];
                rgb[to + 2] = samples[at];
            }
            case RGB -> System.arraycopy(samples, at, rgb, to, 3);
            case YCC -> yccToRgb(samples, at, rgb, to);
            case CMYK, INVERTED_CMYK -> {
                System.arraycopy(samples, at, rgb, to, 3);
                inksToRgb(samples[at + 3] & 0xFF, colour == JpegColour.INVERTED_CMYK, rgb, to);
            }
            case INVERTED_YCCK -> {
                yccToRgb(samples, at, rgb, to);
                // why: the luminance of inks is made of their complement
                for (int i = to; i < to + 3; i++) {
                    rgb[i] = (byte) ~rgb[i];
                }
                inksToRgb(samples[at + 3] & 0xFF, true, rgb, to);
            }
        }
    }

    /** Turns three inks in place to the light that they and black let through. */
    private static void inksToRgb(int black, boolean inverted, byte[] rgb, int to) {
        int light = inverted ? black : 255 - black;
        for (int i = to; i < to + 3; i++) {
            int paper = inverted ? rgb[i] & 0xFF : 255 - (rgb[i] & 0xFF);
            rgb[i] = (byte) ((paper * light + 127) / 255);
        }
    }

    /** One pixel of luminance and two colour differences to RGB. */
    static void yccToRgb(byte[] ycc, int at, byte[] rgb, int to) {
        int luma = ((ycc[at] & 0xFF) << FRACTION_BITS) + HALF;
        int blue = (ycc[at + 1] & 0xFF) - 128;
        int red = (ycc[at + 2] & 0xFF) - 128;
        rgb[to] = clamp(luma + RED_OF_RED * red);
        rgb[to + 1] = clamp(luma - GREEN_OF_BLUE * blue - GREEN_OF_RED * red);
        rgb[to + 2] = clamp(luma + BLUE_OF_BLUE * blue);
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << FRACTION_BITS));
    }

    private static byte clamp(int fixed) {
        int value = fixed >> FRACTION_BITS;
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
