package dev.selfsame.engine.imaging;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEGs of raw channels, and the knife for JPEGs that an encoder made. */
final class DrawnJpeg {

    /** Value 0..255 of a channel. */
    interface Samples {
        int at(int x, int y, int channel);
    }

    private DrawnJpeg() {}

    /** A file of raw channels without any segment that says what they are. */
    static byte[] ofChannels(int width, int height, int channels, Samples samples) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, channels, null);
        for (int i = 0; i < width * height * channels; i++) {
            int x = i / channels % width;
            int y = i / channels / width;
            raster.setSample(x, y, i % channels, samples.at(x, y, i % channels));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return without(file.toByteArray(), 0xE0);
    }

    /** The file with a segment more behind its start marker. */
    static byte[] with(byte[] jpeg, int marker, byte[] content) {
        byte[] longer = new byte[jpeg.length + content.length + 4];
        longer[0] = jpeg[0];
        longer[1] = jpeg[1];
        longer[2] = (byte) 0xFF;
        longer[3] = (byte) marker;
        longer[4] = (byte) ((content.length + 2) >> 8);
        longer[5] = (byte) (content.length + 2);
        System.arraycopy(content, 0, longer, 6, content.length);
        System.arraycopy(jpeg, 2, longer, 6 + content.length, jpeg.length - 2);
        return longer;
    }

    /** The file with Adobe's segment: 0 no transform, 1 YCbCr, 2 YCCK. */
    static byte[] withAdobe(byte[] jpeg, int transform) {
        byte[] content = Arrays.copyOf("Adobe".getBytes(StandardCharsets.US_ASCII), 12);
        content[6] = 100;
        content[11] = (byte) transform;
        return with(jpeg, 0xEE, content);
    }

    static byte[] withExif(byte[] jpeg, TiffFile block) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(block.bytes());
        return with(jpeg, 0xE1, content.toByteArray());
    }

    /** The file without its first segment of that kind. */
    static byte[] without(byte[] jpeg, int marker) {
        int at = indexOf(jpeg, marker);
        if (at < 0) {
            return jpeg;
        }
        int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        byte[] shorter = Arrays.copyOf(jpeg, jpeg.length - (end - at));
        System.arraycopy(jpeg, end, shorter, at, jpeg.length - end);
        return shorter;
    }

    /** Position of the first segment of that kind, -1 where there is none before the first scan. */
    static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while (at < jpeg.length - 4) {
            int found = jpeg[at + 1] & 0xFF;
            if (found == marker) {
                return at;
            }
            if (found == 0xDA) {
                return -1;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        return -1;
    }

    /** The first part of the file, ended as if nothing were missing. */
    static byte[] cutAndClosed(byte[] jpeg, double share) {
        byte[] cut = Arrays.copyOf(jpeg, (int) (jpeg.length * share));
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        return cut;
    }
}
