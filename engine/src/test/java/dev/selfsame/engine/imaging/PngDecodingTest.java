package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertSame;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

class PngDecodingTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "3, 1", "3, 2", "3, 4", "3, 8"
    })
    void agreesWithTheJdkOnEveryOpaqueKind(int type, int bits) throws IOException {
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] file =
                    ChunkedPng.of(WIDTH, HEIGHT, bits, type, interlaced, PngDecodingTest::pattern);

            assertSame(decoded(file).image(), byTheJdk(file));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void readsInterlacedPicturesOfEverySmallSize(int width) throws IOException {
        for (int height = 1; height <= 9; height++) {
            byte[] file = ChunkedPng.of(width, height, 8, 2, true, PngDecodingTest::pattern);

            assertSame(decoded(file).image(), byTheJdk(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 8", "4, 16", "6, 8", "6, 16"})
    void laysTransparencyOverWhite(int type, int bits) {
        int alpha = type == 4 ? 1 : 3;
        int most = (1 << bits) - 1;
        byte[] file =
                ChunkedPng.of(
                        3,
                        1,
                        bits,
                        type,
                        false,
                        (x, y, channel) -> channel == alpha ? most * x / 2 : most / 5);

        byte[] rgb = decoded(file).image().rgb();

        assertThat(unsigned(rgb)).containsExactly(255, 255, 255, 153, 153, 153, 51, 51, 51);
    }

    @Test
    void laysTransparentPaletteEntriesOverWhite() {
        byte[] data = ChunkedPng.data(2, 1, 8, 3, false, (x, y, channel) -> x);
        byte[] file =
                new ChunkedPng()
                        .header(2, 1, 8, 3, false)
                        .chunk("PLTE", new byte[] {10, 20, 30, 40, 50, 60})
                        .chunk("tRNS", (byte) 0)
                        .chunk("IDAT", data)
                        .end();

        assertThat(decoded(file).image().rgb()).containsExactly(-1, -1, -1, 40, 50, 60);
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 7", "0, 16, 1799", "2, 8, 7", "2, 16, 1799"})
    void laysTheTransparentColourOverWhite(int type, int bits, int clear) {
        byte[] stated = new byte[type == 0 ? 2 : 6];
        for (int i = 0; i < stated.length; i += 2) {
            stated[i] = (byte) (clear >> 8);
            stated[i + 1] = (byte) clear;
        }
        byte[] data = ChunkedPng.data(2, 1, bits, type, false, (x, y, channel) -> clear + x * 256);
        byte[] file =
                new ChunkedPng()
                        .header(2, 1, bits, type, false)
                        .chunk("tRNS", stated)
                        .chunk("IDAT", data)
                        .end();

        int[] rgb = unsigned(decoded(file).image().rgb());

        assertThat(rgb[0]).isEqualTo(255);
        assertThat(rgb[3]).isEqualTo(bits == 8 ? 255 : 8);
    }

    @Test
    void readsDataSplitOverManyChunks() {
        byte[] data = ChunkedPng.data(WIDTH, HEIGHT, 8, 2, false, PngDecodingTest::pattern);
        ChunkedPng png = new ChunkedPng().header(WIDTH, HEIGHT, 8, 2, false);
        for (byte part : data) {
            png.chunk("IDAT", part).chunk("IDAT");
        }

        assertSame(
                decoded(png.end()).image(),
                decoded(ChunkedPng.of(WIDTH, HEIGHT, 8, 2, false, PngDecodingTest::pattern))
                        .image());
    }

    @Test
    void ignoresAncillaryChunksOfAnyContent() {
        byte[] data = ChunkedPng.data(WIDTH, HEIGHT, 8, 0, false, PngDecodingTest::pattern);
        byte[] file =
                new ChunkedPng()
                        .header(WIDTH, HEIGHT, 8, 0, false)
                        .chunk("iCCP", (byte) 1)
                        .chunk("zTXt")
                        .chunk("pHYs", (byte) 3)
                        .chunk("eXIf", (byte) 'I', (byte) 'I')
                        .chunk("IDAT", data)
                        .chunk("tEXt", (byte) 0)
                        .end();

        assertThat(decoded(file).image().width()).isEqualTo(WIDTH);
    }

    private static int pattern(int x, int y, int channel) {
        return x * 31 + y * 17 * (channel + 1) + x * y % 7 * 999;
    }

    /**
     * As the JDK reads it; its conversion of grey to RGB is no plain copy, so that is done here.
     */
    private static Image byTheJdk(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        Raster raster = image.getRaster();
        boolean grey = raster.getNumBands() == 1 && file[25] == 0;
        boolean wide = raster.getSampleModel().getSampleSize(0) == 16;
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        Image rgb = DrawnPictures.rgb(image);
        for (int i = 0; i < rgb.rgb().length && (grey || wide); i++) {
            int channel = grey ? 0 : i % 3;
            int x = i / 3 % image.getWidth();
            int sample = raster.getSample(x, i / 3 / image.getWidth(), channel);
            rgb.rgb()[i] = (byte) (wide ? sample >> 8 : sample * 255 / most);
        }
        return rgb;
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }
}
