package dev.selfsame.engine.portrait;

import dev.selfsame.engine.testing.SamplePictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;

/** What goes wrong with the light and with the pixels. */
final class Darkroom {

    private Darkroom() {}

    /** Out of focus: the mean of a square, three times over. */
    static BufferedImage blurred(StudioPortrait base, int radius) {
        float[] weights = new float[(2 * radius + 1) * (2 * radius + 1)];
        Arrays.fill(weights, 1f / weights.length);
        ConvolveOp mean =
                new ConvolveOp(
                        new Kernel(2 * radius + 1, 2 * radius + 1, weights),
                        ConvolveOp.EDGE_NO_OP,
                        null);
        return mean.filter(mean.filter(mean.filter(base.picture(), null), null), null);
    }

    static BufferedImage dimmed(StudioPortrait base, double factor) {
        return SamplePictures.dimmed(base.picture(), factor);
    }

    /** Every value drawn towards a light grey. */
    static BufferedImage washedOut(StudioPortrait base, double contrast) {
        return mapped(base.picture(), (x, y, rgb) -> each(rgb, v -> 165 + contrast * (v - 165)));
    }

    /** Red taken out of the face and blue put in. */
    static BufferedImage bluish(StudioPortrait base, double share) {
        Shape face = base.oval();
        return mapped(
                base.picture(),
                (x, y, rgb) -> {
                    if (!face.contains(x, y)) {
                        return rgb;
                    }
                    Color c = new Color(rgb);
                    return rgb(
                            c.getRed() * (1 - 0.5 * share),
                            c.getGreen(),
                            c.getBlue() * (1 + 0.6 * share));
                });
    }

    /** Squares of one colour, laid over the picture. */
    static BufferedImage mosaic(StudioPortrait base, int side, double share) {
        IntUnaryOperator start = v -> v / side * side + side / 2;
        BufferedImage from = base.picture();
        return mapped(
                from,
                (x, y, rgb) -> {
                    int column = Math.min(start.applyAsInt(x), from.getWidth() - 1);
                    int row = Math.min(start.applyAsInt(y), from.getHeight() - 1);
                    Color under = new Color(rgb);
                    Color square = new Color(from.getRGB(column, row));
                    return rgb(
                            mixed(under.getRed(), square.getRed(), share),
                            mixed(under.getGreen(), square.getGreen(), share),
                            mixed(under.getBlue(), square.getBlue(), share));
                });
    }

    /** One half of the face darker, with a soft edge. */
    static BufferedImage halfInShadow(StudioPortrait base, double light) {
        Shape face = base.oval();
        double middle = base.x(168);
        return mapped(
                base.picture(),
                (x, y, rgb) -> {
                    if (!face.contains(x, y)) {
                        return rgb;
                    }
                    double in = Math.clamp((x - middle) / 24 + 0.5, 0.0, 1.0);
                    double factor = 1 - in * (1 - light);
                    return each(rgb, v -> v * factor);
                });
    }

    /** Turned clockwise about the point between the eyes, the corners filled with the wall. */
    static BufferedImage turned(StudioPortrait base, double degrees) {
        BufferedImage to =
                new BufferedImage(
                        StudioPortrait.WIDTH, StudioPortrait.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = StudioPortrait.smooth(to);
        g.setColor(StudioPortrait.WALL);
        g.fillRect(0, 0, to.getWidth(), to.getHeight());
        g.rotate(Math.toRadians(degrees), to.getWidth() / 2.0, StudioPortrait.EYES_Y);
        g.drawImage(base.picture(), 0, 0, null);
        g.dispose();
        return to;
    }

    /** A change of one pixel. */
    private interface PixelMap {
        int at(int x, int y, int rgb);
    }

    private static BufferedImage mapped(BufferedImage from, PixelMap map) {
        BufferedImage to =
                new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                to.setRGB(x, y, map.at(x, y, from.getRGB(x, y)));
            }
        }
        return to;
    }

    private static int each(int rgb, DoubleUnaryOperator map) {
        Color c = new Color(rgb);
        return rgb(
                map.applyAsDouble(c.getRed()),
                map.applyAsDouble(c.getGreen()),
                map.applyAsDouble(c.getBlue()));
    }

    private static int rgb(double red, double green, double blue) {
        return new Color(whole(red), whole(green), whole(blue)).getRGB();
    }

    private static double mixed(int from, int to, double share) {
        return from + share * (to - from);
    }

    private static int whole(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
