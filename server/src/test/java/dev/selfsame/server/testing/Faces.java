package dev.selfsame.server.testing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * Pictures of faces, cut out of a group photograph that the models' build fetches. Anna and Berta
 * are two people; the files of one person differ in frame, size and compression.
 */
public final class Faces {

    private static final Path GROUP =
            Path.of("../models/node_modules/@vladmandic/face-api/demo/sample3.jpg");

    private Faces() {}

    /** Three people at once. */
    public static byte[] group() {
        try {
            return Files.readAllBytes(GROUP);
        } catch (IOException e) {
            throw new UncheckedIOException("the models' build fetches the samples", e);
        }
    }

    public static byte[] anna() {
        return cut(380, 150, 580, 620, 1, "jpg");
    }

    public static byte[] annaAgain() {
        return cut(420, 200, 500, 540, 0.9, "png");
    }

    public static byte[] berta() {
        return cut(960, 140, 450, 500, 1, "jpg");
    }

    /** Anna with some ten pixels between her eyes. */
    public static byte[] annaTiny() {
        return cut(380, 150, 580, 620, 0.12, "png");
    }

    /** Anna lying on her side. */
    public static byte[] annaTurned() {
        return annaTurned(1);
    }

    /** Anna turned clockwise by so many quarters, 0..3. */
    public static byte[] annaTurned(int quarters) {
        BufferedImage upright = image(380, 150, 580, 620, 1);
        boolean lying = quarters % 2 == 1;
        int width = lying ? upright.getHeight() : upright.getWidth();
        int height = lying ? upright.getWidth() : upright.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.translate(width / 2.0, height / 2.0);
        canvas.rotate(quarters * Math.PI / 2);
        canvas.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
        canvas.drawImage(upright, 0, 0, null);
        canvas.dispose();
        return encoded(turned, "jpg");
    }

    /** An empty wall. */
    public static byte[] nobody() {
        BufferedImage wall = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < wall.getHeight(); y++) {
            for (int x = 0; x < wall.getWidth(); x++) {
                wall.setRGB(x, y, 0x808080 + ((x * 7 + y * 13) % 5) * 0x010101);
            }
        }
        return encoded(wall, "png");
    }

    private static byte[] cut(int x, int y, int width, int height, double scale, String format) {
        return encoded(image(x, y, width, height, scale), format);
    }

    private static BufferedImage image(int x, int y, int width, int height, double scale) {
        try {
            BufferedImage group = ImageIO.read(GROUP.toFile());
            BufferedImage cut =
                    new BufferedImage(
                            (int) (width * scale),
                            (int) (height * scale),
                            BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = cut.createGraphics();
            canvas.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.scale(scale, scale);
            canvas.drawImage(group, -x, -y, null);
            canvas.dispose();
            return cut;
        } catch (IOException e) {
            throw new UncheckedIOException("the models' build fetches the samples", e);
        }
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
