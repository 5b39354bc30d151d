package dev.selfsame.engine.imaging;

import java.awt.image.Raster;

/** From the raw channels of a JPEG to RGB (JFIF 1.02 for luminance and colour differences). */
final class JpegChannels {

    private JpegChannels() {}

    static Image toRgb(Raster raster, JpegColour colour, PictureSize size, int reduction) {
        RowSink sink = new RowSink(size, reduction);
        int channels = raster.getNumBands();
        int[] samples = new int[size.width() * channels];
        byte[] rgb = new byte[size.width() * 3];
        for (int y = 0; y < size.height(); y++) {
            raster.getPixels(0, y, size.width(), 1, samples);
            for (int x = 0; x < size.width(); x++) {
                convert(samples, x * channels, colour, rgb, x * 3);
            }
            sink.add(rgb);
        }
        return sink.image();
    }

    private static void convert(int[] samples, int at, JpegColour colour, byte[] rgb, int to) {
        int first = samples[at];
        int second = colour == JpegColour.GREY ? first : samples[at + 1];
        int third = colour == JpegColour.GREY ? first : samples[at + 2];
        if (colour.hasLuma()) {
            yccToRgb(first, second, third, rgb, to);
            first = rgb[to] & 0xFF;
            second = rgb[to + 1] & 0xFF;
            third = rgb[to + 2] & 0xFF;
        }
        int light = 255;
        if (colour.isInk()) {
            // why: the luma form of inks is made of their complement
            boolean complement = colour.hasLuma() != colour.isInverted();
            light = colour.isInverted() ? samples[at + 3] : 255 - samples[at + 3];
            first = complement ? first : 255 - first;
            second = complement ? second : 255 - second;
            third = complement ? third : 255 - third;
        }
        rgb[to] = (byte) ((first * light + 127) / 255);
        rgb[to + 1] = (byte) ((second * light + 127) / 255);
        rgb[to + 2] = (byte) ((third * light + 127) / 255);
    }

    static void yccToRgb(int luma, int blue, int red, byte[] rgb, int to) {
        double blueDifference = blue - 128;
        double redDifference = red - 128;
        rgb[to] = clamp(luma + 1.402 * redDifference);
        rgb[to + 1] = clamp(luma - 0.344136 * blueDifference - 0.714136 * redDifference);
        rgb[to + 2] = clamp(luma + 1.772 * blueDifference);
    }

    private static byte clamp(double value) {
        return (byte) Math.clamp(Math.round(value), 0L, 255L);
    }
}
