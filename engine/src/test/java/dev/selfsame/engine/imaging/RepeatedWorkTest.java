package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.decoded;
import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Small files that ask for the same work again and again. */
class RepeatedWorkTest {

    private static final byte[] JPEG = DrawnPictures.jpeg(DrawnPictures.drawn(64, 512), 80);

    @Test
    void refusesTilesThatTogetherAreFarLargerThanThePicture() {
        byte[] file =
                jpegs(60_000, 1)
                        .tiles(64, 60_000, JPEG)
                        .longs(324, repeated(8, 938))
                        .longs(325, repeated(JPEG.length, 938))
                        .bytes();

        assertThat(refusal(file)).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void readsAPictureMuchSmallerThanItsOnlyTile() {
        byte[] file = jpegs(3, 2).tiles(64, 512, JPEG).bytes();

        assertThat(decoded(file).image().width()).isEqualTo(3);
        assertThat(decoded(file).image().height()).isEqualTo(2);
    }

    @Test
    void refusesStripsThatNameTheSameBytes() {
        byte[] file =
                jpegs(64, 512)
                        .longs(278, 1)
                        .strips(JPEG)
                        .longs(273, repeated(8, 512))
                        .longs(279, repeated(JPEG.length, 512))
                        .bytes();

        assertThat(refusal(file)).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void refusesAStripThatIsAWholePicture() {
        byte[] file = jpegs(64, 2).longs(278, 1).strips(JPEG, JPEG).bytes();

        assertThat(refusal(file)).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void refusesManyScansOfManyPixels() {
        BufferedImage large = new BufferedImage(6000, 6000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] file = DrawnPictures.jpeg(large, 80, true);
        int scan = DrawnJpeg.indexOf(file, 0xDA);
        ByteBuffer many = ByteBuffer.allocate(file.length + 40 * 12);
        many.put(file, 0, file.length - 2);
        for (int i = 0; i < 40; i++) {
            many.put(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, file[scan + 5], 0, 1, 1, 1});
            many.put(new byte[] {0, 0});
        }

        assertThat(refusal(many.put(new byte[] {(byte) 0xFF, (byte) 0xD9}).array()))
                .isEqualTo(Reason.UNSUPPORTED);
    }

    private static TiffFile jpegs(int width, int height) {
        return TiffFile.page(ByteOrder.LITTLE_ENDIAN, width, height, 6, 8, 8, 8).shorts(259, 7);
    }

    private static long[] repeated(long value, int count) {
        long[] values = new long[count];
        Arrays.fill(values, value);
        return values;
    }
}
