package dev.selfsame.engine.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG files (ISO/IEC 10918-1) that hold the pixels and nothing of another file's data. */
public final class JpegFile {

    /** Longest side that the encoder writes; the format itself has 35 pixels more. */
    public static final int MAX_SIDE = 65_500;

    private JpegFile() {}

    /**
     * A baseline JPEG.
     *
     * @param image neither side longer than {@link #MAX_SIDE}
     * @param quality IJG quality 1..100
     */
    public static byte[] write(Image image, int quality) {
        Objects.requireNonNull(image, "image");
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality: " + quality + " (expected: 1..100)");
        }
        if (image.longSide() > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "image: " + image.longSide() + " pixels long (expected: <= " + MAX_SIDE + ")");
        }
        // why by suffix and never null: every JDK has the writer
        ImageWriter writer = ImageIO.getImageWritersBySuffix("jpg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(buffered(image), null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage buffered(Image image) {
        BufferedImage copy =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        byte[] rgb = image.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            target[i] = rgb[i + 2];
            target[i + 1] = rgb[i + 1];
            target[i + 2] = rgb[i];
        }
        return copy;
    }
}
