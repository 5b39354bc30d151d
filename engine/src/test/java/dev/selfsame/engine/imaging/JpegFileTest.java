package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

final class JpegFileTest {

    private static final Image PICTURE = DrawnPictures.rgb(DrawnPictures.drawn(160, 96));

    @Test
    void isReadAsItWasWritten() {
        DecodeResult.Decoded read = decoded(JpegFile.write(PICTURE, 95));

        assertThat(read.info().format()).isEqualTo(ImageFormat.JPEG);
        assertAlike(read.image(), PICTURE, 1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 50, 80, 95, 100})
    void hasTheQualityThatWasAskedFor(int quality) {
        assertThat(decoded(JpegFile.write(PICTURE, quality)).info().jpegQuality())
                .isBetween(quality - 1, quality + 1);
    }

    @Test
    void lessQualityIsASmallerFile() {
        int length = Integer.MAX_VALUE;
        for (int quality : new int[] {100, 95, 80, 50, 10}) {
            int next = JpegFile.write(PICTURE, quality).length;
            assertThat(next).isLessThan(length);
            length = next;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "1,2", "7,3", "8,8", "9,17", "16,15", "333,1", "1,333", "65500,1", "1,65500"
    })
    void hasEverySize(int width, int height) {
        Image image = DrawnPictures.rgb(DrawnPictures.drawn(width, height));

        Image read = decoded(JpegFile.write(image, 90)).image();

        assertThat(read.width()).isEqualTo(width);
        assertThat(read.height()).isEqualTo(height);
    }

    @Test
    void keepsRedGreenAndBlueApart() {
        for (int channel = 0; channel < 3; channel++) {
            byte[] rgb = new byte[16 * 16 * 3];
            for (int i = channel; i < rgb.length; i += 3) {
                rgb[i] = (byte) 200;
            }

            assertAlike(
                    decoded(JpegFile.write(new Image(16, 16, rgb), 95)).image(),
                    new Image(16, 16, rgb),
                    3);
        }
    }

    @Test
    void holdsNothingButThePicture() {
        assertThat(markers(JpegFile.write(PICTURE, 90)))
                .isSubsetOf(0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA)
                .contains(0xC0);
    }

    @Test
    void givesTheSameBytesForTheSamePixels() {
        assertThat(JpegFile.write(PICTURE, 90)).isEqualTo(JpegFile.write(PICTURE, 90));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void refusesAnImpossibleQuality(int quality) {
        assertThatThrownBy(() -> JpegFile.write(PICTURE, quality))
                .hasMessage("quality: " + quality + " (expected: 1..100)");
    }

    @Test
    void refusesWhatIsTooLong() {
        Image image = new Image(65_501, 1, new byte[65_501 * 3]);

        assertThatThrownBy(() -> JpegFile.write(image, 90))
                .hasMessage("image: 65501 pixels long (expected: <= 65500)");
    }

    /** Markers up to the first scan (ISO/IEC 10918-1, B.1.1). */
    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>(List.of(jpeg[1] & 0xFF));
        int at = 2;
        while (markers.getLast() != 0xDA) {
            assertThat(jpeg[at] & 0xFF).isEqualTo(0xFF);
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8) + (jpeg[at + 3] & 0xFF);
        }
        return markers;
    }
}
