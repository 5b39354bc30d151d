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
            int luma = first;
            double blueDifference = second - 128;
            double redDifference = third - 128;
            first = clamp(luma + 1.402 * redDifference);
            second = clamp(luma - 0.344136 * blueDifference - 0.714136 * redDifference);
            third = clamp(luma + 1.772 * blueDifference);
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

    private static int clamp(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
