package dev.selfsame.engine.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * A fingerprint that does not exist: waves around a core, with a phase jump of one turn about each
 * minutia (the AM-FM model of Larkin and Fletcher, 2007). The seed is the finger; each impression
 * of it can be turned, shifted and noisy.
 */
public final class DrawnFinger {

    private static final int SIDE = 400;
    private static final double RIDGE_PERIOD_PIXELS = 9;
    private static final int MINUTIAE = 34;
    private static final double MIN_DISTANCE_PIXELS = 24;
    private static final double HALF_WIDTH = 140;
    private static final double HALF_HEIGHT = 180;

    private final List<Singularity> minutiae = new ArrayList<>();
    private final double stretch;
    private final long seed;

    private record Singularity(double x, double y, int sign) {

        double phase(double atX, double atY) {
            return sign * Math.atan2(atY - y, atX - x);
        }
    }

    /** A finger; another seed is another finger. */
    public DrawnFinger(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        stretch = 1.1 + 0.5 * random.nextDouble();
        while (minutiae.size() < MINUTIAE) {
            double x = (2 * random.nextDouble() - 1) * HALF_WIDTH * 0.9;
            double y = (2 * random.nextDouble() - 1) * HALF_HEIGHT * 0.9;
            if (minutiae.stream().allMatch(m -> distance(m, x, y) > MIN_DISTANCE_PIXELS)) {
                minutiae.add(new Singularity(x, y, random.nextBoolean() ? 1 : -1));
            }
        }
    }

    private static double distance(Singularity minutia, double x, double y) {
        return Math.hypot(minutia.x() - x, minutia.y() - y);
    }

    /** Pixels of the picture's side. */
    public int side() {
        return SIDE;
    }

    /** The finger as it is, 500 dpi, grey, row by row. */
    public byte[] grey() {
        return grey(0, 0, 0, 0);
    }

    /**
     * An impression.
     *
     * @param degrees turned clockwise by this
     * @param right moved by pixels
     * @param down moved by pixels
     * @param noise standard deviation of the noise in grey levels
     */
    public byte[] grey(double degrees, double right, double down, double noise) {
        Random random = new Random(seed + Double.hashCode(degrees + 7 * right + 13 * down));
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        byte[] grey = new byte[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = column - SIDE / 2.0 - right;
                double y = row - SIDE / 2.0 - down;
                double level = level(cos * x + sin * y, cos * y - sin * x);
                double noisy = level + noise * random.nextGaussian();
                grey[row * SIDE + column] = (byte) Math.clamp(Math.round(noisy), 0, 255);
            }
        }
        return grey;
    }

    private double level(double x, double y) {
        if (Math.pow(x / HALF_WIDTH, 2) + Math.pow(y / HALF_HEIGHT, 2) > 1) {
            return 255;
        }
        double phase = 2 * Math.PI / RIDGE_PERIOD_PIXELS * Math.hypot(x * stretch, y);
        for (Singularity minutia : minutiae) {
            phase += minutia.phase(x, y);
        }
        return 128 + 100 * Math.cos(phase);
    }

    /** An impression as a PNG file without a resolution. */
    public static byte[] png(byte[] grey) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIDE, SIDE, grey);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
