package dev.selfsame.engine.imaging;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that the tests draw themselves, and files of them. */
final class DrawnPictures {

    private DrawnPictures() {}

    /** Smooth and sharp parts, nowhere symmetric, never middle grey in the corners. */
    static BufferedImage drawn(int width, int height) {
        return drawn(width, height, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(
                new GradientPaint(
                        0, 0, new Color(30, 60, 120), width, height, new Color(240, 200, 150)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(200, 40, 40));
        graphics.fillOval(width / 8, height / 8, width / 3, height / 4);
        graphics.setColor(new Color(30, 160, 70));
        graphics.fillRect(width / 2, height * 2 / 3, width / 3, height / 5);
        graphics.dispose();
        return image;
    }

    static byte[] jpeg(BufferedImage image, int quality) {
        return jpeg(image, quality, false);
    }

    static byte[] jpeg(BufferedImage image, int quality, boolean progressive) {
        ImageWriter writer = writer("jpeg");
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality / 100f);
        parameters.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return write(writer, image, parameters);
    }

    static byte[] png(BufferedImage image) {
        ImageWriter writer = writer("png");
        return write(writer, image, writer.getDefaultWriteParam());
    }

    static byte[] bmp(BufferedImage image) {
        ImageWriter writer = writer("bmp");
        return write(writer, image, writer.getDefaultWriteParam());
    }

    static byte[] tiff(BufferedImage image) {
        ImageWriter writer = writer("tiff");
        return write(writer, image, writer.getDefaultWriteParam());
    }

    static byte[] tiff(BufferedImage image, String compression) {
        ImageWriter writer = writer("tiff");
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
        return write(writer, image, parameters);
    }

    /** The picture's pixels as the decoder states them. */
    static Image rgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            int colour = image.getRGB(i % width, i / width);
            rgb[i * 3] = (byte) (colour >> 16);
            rgb[i * 3 + 1] = (byte) (colour >> 8);
            rgb[i * 3 + 2] = (byte) colour;
        }
        return new Image(width, height, rgb);
    }

    private static ImageWriter writer(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if ("java.desktop".equals(writer.getClass().getModule().getName())) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK writes no " + format);
    }

    private static byte[] write(
            ImageWriter writer, BufferedImage image, ImageWriteParam parameters) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
