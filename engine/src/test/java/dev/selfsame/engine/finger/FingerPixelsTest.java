package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.Image;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Random;

/** Grey pixels of every size and content go through the extractor, or are known not to. */
final class FingerPixelsTest {

    private static FingerPixels even(int width, int height, double dpi, int level) {
        byte[] grey = new byte[width * height];
        Arrays.fill(grey, (byte) level);
        return new FingerPixels(width, height, grey, dpi);
    }

    private static int minutiae(FingerPixels pixels) {
        return SerializedMinutiae.count(pixels.extract().toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "50,50,500",
        "50,2000,500",
        "2000,51,500",
        "200,200,2000",
        "10,10,100",
        "10,1000,100"
    })
    void findsNothingInEvenPicturesOfAnyAllowedSize(int width, int height, double dpi) {
        for (int level : new int[] {0, 128, 255}) {
            FingerPixels pixels = even(width, height, dpi, level);

            assertThat(pixels.isTooSmall() || pixels.isTooLarge()).isFalse();
            assertThat(minutiae(pixels)).isZero();
        }
    }

    @Test
    void survivesNoiseAndStripes() {
        Random random = new Random(3);
        for (int side : new int[] {50, 57, 131}) {
            byte[] noise = new byte[side * side];
            random.nextBytes(noise);
            assertThat(minutiae(new FingerPixels(side, side, noise, 500))).isNotNegative();
            byte[] stripes = new byte[side * side];
            for (int i = 0; i < stripes.length; i++) {
                stripes[i] = (byte) (i % side % 9 < 4 ? 0 : 255);
            }
            assertThat(minutiae(new FingerPixels(side, side, stripes, 500))).isNotNegative();
        }
    }

    /** Without the guard this takes a minute. */
    @Test
    @Timeout(20)
    void givesUpOnAMegapixelOfNoise() {
        byte[] noise = new byte[1000 * 1000];
        new Random(1).nextBytes(noise);

        assertThat(minutiae(new FingerPixels(1000, 1000, noise, 500))).isZero();
    }

    @Test
    void knowsWhatIsTooSmallAndTooLarge() {
        assertThat(even(49, 400, 500, 0).isTooSmall()).isTrue();
        assertThat(even(50, 400, 500, 0).isTooSmall()).isFalse();
        assertThat(even(199, 199, 2000, 0).isTooSmall()).isTrue();
        assertThat(even(1000, 1000, 500, 0).isTooLarge()).isFalse();
        assertThat(even(1001, 1000, 500, 0).isTooLarge()).isTrue();
        assertThat(even(201, 200, 100, 0).isTooLarge()).isTrue();
    }

    @Test
    void takesTheMeanOfTheChannels() {
        byte[] rgb = {0, 0, 0, (byte) 255, (byte) 255, (byte) 255, (byte) 200, 100, 0, 7, 7, 7};

        assertThat(FingerPixels.of(new Image(4, 1, rgb), 500).grey())
                .containsExactly(0, (byte) 255, 100, 7);
    }
}
