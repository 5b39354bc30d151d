package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

class PngFileTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "640,1", "31,17", "500,333"})
    void colourComesBackAsItWas(int width, int height) throws IOException {
        for (boolean noise : new boolean[] {true, false}) {
            byte[] rgb = noise ? noise(width * height * 3) : ramp(width, height, 3);

            byte[] png = PngFile.write(new Image(width, height, rgb));

            Decoded decoded = (Decoded) decoder.decode(png);
            assertThat(decoded.image().width()).isEqualTo(width);
            assertThat(decoded.image().rgb()).isEqualTo(rgb);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(bytesOf(read)).isEqualTo(rgb);
        }
    }

    @Test
    void noiseOfMoreThanOneDataChunkComesBack() {
        byte[] rgb = noise(300 * 300 * 3);
        byte[] png = PngFile.write(new Image(300, 300, rgb));
        assertThat(chunks(png)).filteredOn("IDAT"::equals).hasSizeGreaterThan(3);
        assertThat(((Decoded) decoder.decode(png)).image().rgb()).isEqualTo(rgb);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 72, 300, 500, 569, 1000})
    void greyComesBackWithItsResolution(int dpi) throws IOException {
        byte[] grey = ramp(40, 30, 1);

        byte[] png = PngFile.writeGrey(40, 30, grey, dpi);

        Decoded decoded = (Decoded) decoder.decode(png);
        assertThat(decoded.info().dpi()).isEqualTo(dpi);
        for (int i = 0; i < grey.length; i++) {
            assertThat(decoded.image().rgb()[3 * i + 1]).isEqualTo(grey[i]);
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(read.getRaster().getSample(17, 11, 0)).isEqualTo(grey[11 * 40 + 17] & 255);
    }

    @Test
    void nothingButPixelsIsInTheFile() {
        assertThat(chunks(PngFile.write(new Image(2, 2, new byte[12]))))
                .containsExactly("IHDR", "IDAT", "IEND");
        assertThat(chunks(PngFile.writeGrey(2, 2, new byte[4], 0)))
                .containsExactly("IHDR", "IDAT", "IEND");
        assertThat(chunks(PngFile.writeGrey(2, 2, new byte[4], 500)))
                .containsExactly("IHDR", "pHYs", "IDAT", "IEND");
    }

    @Test
    void smoothPicturesBecomeShort() {
        assertThat(PngFile.write(new Image(400, 400, ramp(400, 400, 3)))).hasSizeLessThan(10_000);
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThatThrownBy(() -> PngFile.writeGrey(4, 4, new byte[15], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 bytes for 4x4");
        assertThatThrownBy(() -> PngFile.writeGrey(0, 4, new byte[0], 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PngFile.writeGrey(1, 1, new byte[1], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dpi: -1");
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] ramp(int width, int height, int channels) {
        byte[] bytes = new byte[width * height * channels];
        for (int i = 0; i < bytes.length; i++) {
            int pixel = i / channels;
            bytes[i] = (byte) (pixel % width / 2 + pixel / width + i % channels * 40);
        }
        return bytes;
    }

    private static byte[] bytesOf(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            int pixel = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
            rgb[i] = (byte) (pixel >> 16);
            rgb[i + 1] = (byte) (pixel >> 8);
            rgb[i + 2] = (byte) pixel;
        }
        return rgb;
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        int at = 8;
        while (at < png.length) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            names.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
            at += 12 + length;
        }
        return names;
    }
}
