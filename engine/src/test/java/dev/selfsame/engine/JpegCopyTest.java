package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Pictures as JPEG, through the front door of the engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JpegCopyTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final String REMARK = "taken at 48.2082 N, 16.3738 E";

    private final Engine engine =
            Engine.open(new EngineConfig(null, null, new ImageLimits(1_000_000, 1_000_000), 1));

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
    void everyFormatBecomesAJpegOfItsSize(String format) throws IOException {
        BufferedImage copy = copy(file(corners(), format));

        assertThat(copy.getWidth()).isEqualTo(WIDTH);
        assertThat(copy.getHeight()).isEqualTo(HEIGHT);
        assertColour(copy, 8, 8, Color.RED);
        assertColour(copy, WIDTH - 9, 8, Color.GREEN);
        assertColour(copy, WIDTH - 9, HEIGHT - 9, Color.BLUE);
    }

    /** Where the red corner, stored top left, is to be seen (EXIF 2.32, tag 0x0112). */
    @ParameterizedTest
    @CsvSource({
        "1,false,false,false",
        "2,true,false,false",
        "3,true,true,false",
        "4,false,true,false",
        "5,false,false,true",
        "6,true,false,true",
        "7,true,true,true",
        "8,false,true,true"
    })
    void standsUpright(int orientation, boolean right, boolean bottom, boolean swapped)
            throws IOException {
        byte[] turned = withExif(file(corners(), "jpg"), orientation);

        BufferedImage copy = copy(turned);

        assertThat(copy.getWidth()).isEqualTo(swapped ? HEIGHT : WIDTH);
        assertThat(copy.getHeight()).isEqualTo(swapped ? WIDTH : HEIGHT);
        assertColour(
                copy,
                right ? copy.getWidth() - 9 : 8,
                bottom ? copy.getHeight() - 9 : 8,
                Color.RED);
    }

    @Test
    void nothingElseOfTheFileIsKept() throws IOException {
        byte[] told = withExif(file(corners(), "jpg"), 1);

        byte[] copy = engine.toJpeg(told, 90).orElseThrow();

        assertThat(text(told)).contains(REMARK, "Exif");
        assertThat(text(copy)).doesNotContain(REMARK, "Exif", "48.2082");
    }

    @Test
    void lessQualityIsASmallerFile() {
        byte[] picture = SamplePictures.jpeg(corners(), 1);

        assertThat(engine.toJpeg(picture, 30).orElseThrow().length)
                .isLessThan(engine.toJpeg(picture, 95).orElseThrow().length);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "17,3", "641,479"})
    void keepsOddSizes(int width, int height) throws IOException {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);

        BufferedImage copy = copy(file(drawn, "png"));

        assertThat(copy.getWidth()).isEqualTo(width);
        assertThat(copy.getHeight()).isEqualTo(height);
    }

    @Test
    void whatCannotBeReadHasNoCopy() throws IOException {
        byte[] picture = file(corners(), "png");

        assertThat(engine.toJpeg(new byte[0], 90)).isEmpty();
        assertThat(engine.toJpeg("no picture".getBytes(StandardCharsets.UTF_8), 90)).isEmpty();
        assertThat(engine.toJpeg(Arrays.copyOf(picture, picture.length / 2), 90)).isEmpty();
        assertThat(engine.toJpeg(new byte[1_000_001], 90)).isEmpty();
    }

    @Test
    void whatIsTooLargeHasNoCopy() throws IOException {
        assertThat(copyOf(1001, 1000)).isEmpty();
        assertThat(copyOf(65_501, 1)).isEmpty();
        assertThat(copyOf(65_500, 1)).isPresent();
    }

    private Optional<byte[]> copyOf(int width, int height) throws IOException {
        return engine.toJpeg(
                file(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png"), 90);
    }

    private BufferedImage copy(byte[] file) {
        return SamplePictures.read(engine.toJpeg(file, 95).orElseThrow());
    }

    private static BufferedImage corners() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 16, 16);
        canvas.setColor(Color.GREEN);
        canvas.fillRect(WIDTH - 16, 0, 16, 16);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(WIDTH - 16, HEIGHT - 16, 16, 16);
        canvas.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        if (format.equals("jpg")) {
            return SamplePictures.jpeg(image, 0.95f);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** An APP1 segment with orientation and a remark (tags 0x0112 and 0x010E), big-endian. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] remark = REMARK.getBytes(StandardCharsets.US_ASCII);
        byte[] head = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            2,
            0x01,
            0x0E,
            0,
            2,
            0,
            0,
            0,
            (byte) (remark.length + 1),
            0,
            0,
            0,
            38,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + head.length + remark.length + 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes(head);
        out.writeBytes(remark);
        out.write(0);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static void assertColour(BufferedImage image, int x, int y, Color expected) {
        Color found = new Color(image.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - expected.getRed())).isLessThan(40);
        assertThat(Math.abs(found.getGreen() - expected.getGreen())).isLessThan(40);
        assertThat(Math.abs(found.getBlue() - expected.getBlue())).isLessThan(40);
    }
}
