package dev.selfsame.engine.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The group photographs that come with the npm package of a default network, and ways to edit them.
 */
public final class SamplePictures {

    private static final Path FOLDER =
            Path.of("../models/node_modules/@vladmandic/face-api/demo").toAbsolutePath();

    private SamplePictures() {}

    /** A group photograph, 1 to 6: three, three, three, four, five and four people. */
    public static BufferedImage group(int number) {
        return read(groupFile(number));
    }

    /** The file of a group photograph. */
    public static byte[] groupFile(int number) {
        try {
            return Files.readAllBytes(FOLDER.resolve("sample" + number + ".jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException("the models' build fetches the samples", e);
        }
    }

    /** Pixels of a file. */
    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A square around a point, scaled to a side, black beyond the edge. */
    public static BufferedImage square(
            BufferedImage from, double centreX, double centreY, double size, int side) {
        double scale = side / size;
        AffineTransform map = AffineTransform.getScaleInstance(scale, scale);
        map.translate(size / 2 - centreX, size / 2 - centreY);
        return draw(from, map, side, side);
    }

    /** Turned clockwise by quarter turns. */
    public static BufferedImage turned(BufferedImage from, int quarterTurns) {
        boolean odd = quarterTurns % 2 != 0;
        int width = odd ? from.getHeight() : from.getWidth();
        int height = odd ? from.getWidth() : from.getHeight();
        AffineTransform map = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        map.quadrantRotate(quarterTurns);
        map.translate(-from.getWidth() / 2.0, -from.getHeight() / 2.0);
        return draw(from, map, width, height);
    }

    /** Turned clockwise by any angle about the middle, in a frame that holds all of it. */
    public static BufferedImage tilted(BufferedImage from, double degrees) {
        int side = (int) Math.hypot(from.getWidth(), from.getHeight());
        AffineTransform map = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        map.rotate(Math.toRadians(degrees));
        map.translate(-from.getWidth() / 2.0, -from.getHeight() / 2.0);
        return draw(from, map, side, side);
    }

    /** On a larger, even background. */
    public static BufferedImage placed(
            BufferedImage from, int width, int height, int x, int y, double scale) {
        AffineTransform map = AffineTransform.getTranslateInstance(x, y);
        map.scale(scale, scale);
        return draw(from, map, width, height);
    }

    /** Every grey value multiplied, colours kept in proportion. */
    public static BufferedImage dimmed(BufferedImage from, double factor) {
        BufferedImage to = draw(from, new AffineTransform(), from.getWidth(), from.getHeight());
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                Color c = new Color(to.getRGB(x, y));
                to.setRGB(
                        x,
                        y,
                        new Color(
                                        scaled(c.getRed(), factor),
                                        scaled(c.getGreen(), factor),
                                        scaled(c.getBlue(), factor))
                                .getRGB());
            }
        }
        return to;
    }

    /** Blurred by going down to a share of the size and up again. */
    public static BufferedImage blurred(BufferedImage from, double share) {
        BufferedImage small =
                draw(
                        from,
                        AffineTransform.getScaleInstance(share, share),
                        (int) (from.getWidth() * share),
                        (int) (from.getHeight() * share));
        return draw(
                small,
                AffineTransform.getScaleInstance(1 / share, 1 / share),
                from.getWidth(),
                from.getHeight());
    }

    /** JPEG bytes of quality 0..1. */
    public static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int scaled(int value, double factor) {
        return (int) Math.clamp(value * factor, 0.0, 255.0);
    }

    private static BufferedImage draw(
            BufferedImage from, AffineTransform map, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(from, map, null);
        g.dispose();
        return to;
    }
}
