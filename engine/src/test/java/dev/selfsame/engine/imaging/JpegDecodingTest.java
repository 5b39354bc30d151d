package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;

class JpegDecodingTest {

    private static final BufferedImage DRAWN = DrawnPictures.drawn(203, 157);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsBaselineAndProgressive(boolean progressive) {
        var read = decoded(DrawnPictures.jpeg(DRAWN, 95, progressive));

        assertAlike(read.image(), DrawnPictures.rgb(DRAWN), 1.5);
        assertThat(read.info().format()).isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void readsGreyAsThreeEqualChannels() {
        BufferedImage grey = DrawnPictures.drawn(64, 48, BufferedImage.TYPE_BYTE_GRAY);

        Image image = decoded(DrawnPictures.jpeg(grey, 95)).image();

        for (int i = 0; i < image.rgb().length; i += 3) {
            int sample = grey.getRaster().getSample(i / 3 % 64, i / 3 / 64, 0);
            assertThat(image.rgb()[i] & 0xFF).isCloseTo(sample, within(6));
            assertThat(image.rgb()[i + 1]).isEqualTo(image.rgb()[i]);
            assertThat(image.rgb()[i + 2]).isEqualTo(image.rgb()[i]);
        }
    }

    private static Offset<Integer> within(int most) {
        return Offset.offset(most);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 50, 75, 90, 100})
    void estimatesTheQualitySetting(int quality) {
        assertThat(decoded(DrawnPictures.jpeg(DRAWN, quality)).info().jpegQuality())
                .isBetween(quality - 2, quality + 2);
    }
}
