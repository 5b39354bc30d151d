package dev.selfsame.server.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Fingerprints that do not exist, 400 x 400 pixels at 500 dpi: waves around a core with a phase
 * jump of one turn about each minutia (the AM-FM model of Larkin and Fletcher, 2007).
 */
public final class Fingers {

    private static final int SIDE = 400;
    private static final double RIDGE_PERIOD_PIXELS = 9;
    private static final int MINUTIAE = 34;
    private static final double MIN_DISTANCE_PIXELS = 24;
    private static final double HALF_WIDTH = 140;
    private static final double HALF_HEIGHT = 180;

    private Fingers() {}

    private record Singularity(double x, double y, int sign) {}

    /** A finger as a PNG file; another seed is another finger. */
    public static byte[] png(long seed) {
        return encoded(seed, 0, "png");
    }

    /** Another impression of it, turned by a few degrees, in any format of the JDK. */
    public static byte[] turned(long seed, String format) {
        return encoded(seed, 4, format);
    }

    private static byte[] encoded(long seed, double degrees, String format) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIDE, SIDE, grey(seed, degrees));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] grey(long seed, double degrees) {
        Random random = new Random(seed);
        double stretch = 1.1 + 0.5 * random.nextDouble();
        List<Singularity> minutiae = minutiae(random);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        byte[] grey = new byte[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            double x = i % SIDE - SIDE / 2.0;
            double y = Math.floorDiv(i, SIDE) - SIDE / 2.0;
            double level = level(minutiae, stretch, cos * x + sin * y, cos * y - sin * x);
            grey[i] = (byte) Math.round(level);
        }
        return grey;
    }

    private static List<Singularity> minutiae(Random random) {
        List<Singularity> minutiae = new ArrayList<>();
        while (minutiae.size() < MINUTIAE) {
            double x = (2 * random.nextDouble() - 1) * HALF_WIDTH * 0.9;
            double y = (2 * random.nextDouble() - 1) * HALF_HEIGHT * 0.9;
            if (minutiae.stream()
                    .allMatch(m -> Math.hypot(m.x() - x, m.y() - y) > MIN_DISTANCE_PIXELS)) {
                minutiae.add(new Singularity(x, y, random.nextBoolean() ? 1 : -1));
            }
        }
        return minutiae;
    }

    private static double level(List<Singularity> minutiae, double stretch, double x, double y) {
        if (Math.pow(x / HALF_WIDTH, 2) + Math.pow(y / HALF_HEIGHT, 2) > 1) {
            return 255;
        }
        double phase = 2 * Math.PI / RIDGE_PERIOD_PIXELS * Math.hypot(x * stretch, y);
        for (Singularity minutia : minutiae) {
            phase += minutia.sign() * Math.atan2(y - minutia.y(), x - minutia.x());
        }
        return 128 + 100 * Math.cos(phase);
    }
}
