package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.function.Function;
import java.util.stream.Stream;

class ReducedDecodingTest {

    private static final BufferedImage DRAWN = DrawnPictures.drawn(403, 301);

    @ParameterizedTest
    @CsvSource({
        "1, 8",
        "50, 8",
        "51, 8",
        "52, 4",
        "101, 4",
        "102, 2",
        "202, 2",
        "203, 1",
        "403, 1",
        "404, 1",
        "2147483647, 1"
    })
    void takesTheSmallestSizeThatIsStillLongEnough(int wanted, int reduction) {
        Decoded read = decoded(DrawnPictures.jpeg(DRAWN, 90), wanted);

        assertThat(read.info().reduction()).isEqualTo(reduction);
        assertThat(read.info().fileWidth()).isEqualTo(403);
        assertThat(read.info().fileHeight()).isEqualTo(301);
        assertThat(read.image().width()).isEqualTo(Math.ceilDiv(403, reduction));
        assertThat(read.image().height()).isEqualTo(Math.ceilDiv(301, reduction));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("jpeg", files(image -> DrawnPictures.jpeg(image, 90)), 1.5),
                Arguments.of("progressive", files(i -> DrawnPictures.jpeg(i, 90, true)), 1.5),
                Arguments.of("png", files(DrawnPictures::png), 0),
                Arguments.of("bmp", files(DrawnPictures::bmp), 0),
                Arguments.of("tiff", files(i -> DrawnPictures.tiff(i, "LZW")), 0),
                Arguments.of("wsq", files(i -> WsqFile.of(DrawnPictures.rgb(i), 500)), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void reducesToTheAverageOfTheFullPicture(
            String name, Function<BufferedImage, byte[]> writer, double mostDifference) {
        byte[] file = writer.apply(DRAWN);
        Image full = decoded(file).image();

        for (int reduction = 2; reduction <= 8; reduction *= 2) {
            Image reduced = decoded(file, 403 / reduction).image();

            assertAlike(reduced, averaged(full, reduction), mostDifference);
        }
    }

    @Test
    void readsReducedInterlacedPngs() {
        ChunkedPng.Samples samples = (x, y, channel) -> x * 5 + y * 3 + channel * 20;

        Image plain = decoded(ChunkedPng.of(41, 33, 8, 2, false, samples), 10).image();
        Image interlaced = decoded(ChunkedPng.of(41, 33, 8, 2, true, samples), 10).image();

        assertAlike(interlaced, plain, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void rejectsSizesBelowOnePixel(int wanted) {
        byte[] file = DrawnPictures.png(DRAWN);

        assertThatThrownBy(() -> Decoding.DECODER.decode(file, wanted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wantedLongSide: " + wanted);
    }

    private static Function<BufferedImage, byte[]> files(Function<BufferedImage, byte[]> writer) {
        return writer;
    }

    private static Image averaged(Image image, int reduction) {
        int width = Math.ceilDiv(image.width(), reduction);
        int height = Math.ceilDiv(image.height(), reduction);
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            int left = i / 3 % width * reduction;
            int top = i / 3 / width * reduction;
            int sum = 0;
            int count = 0;
            for (int y = top; y < Math.min(top + reduction, image.height()); y++) {
                for (int x = left; x < Math.min(left + reduction, image.width()); x++) {
                    sum += image.rgb()[(y * image.width() + x) * 3 + i % 3] & 0xFF;
                    count++;
                }
            }
            rgb[i] = (byte) ((sum + count / 2) / count);
        }
        return new Image(width, height, rgb);
    }
}
