package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.decoded;
import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

class JpegRefusalTest {

    private static final int SOF0 = 0xC0;
    private static final BufferedImage DRAWN = DrawnPictures.drawn(200, 150);

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.5, 0.7, 0.9, 0.97})
    void refusesScansThatAreCutButClosed(double share) {
        byte[] cut = DrawnJpeg.cutAndClosed(DrawnPictures.jpeg(DRAWN, 90), share);

        assertThat(refusal(cut)).isEqualTo(Reason.TRUNCATED);
        assertThatThrownBy(
                        () ->
                                JpegPicture.open(cut, ImageLimits.DEFAULT, new JdkJpegDecoder())
                                        .pixels(1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cut off");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.5, 0.7})
    void refusesProgressivePicturesWithoutAllTheirScans(double share) {
        byte[] cut = DrawnJpeg.cutAndClosed(DrawnPictures.jpeg(DRAWN, 90, true), share);

        assertThat(refusal(cut)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void readsPicturesThatReallyAreMiddleGrey() {
        BufferedImage grey = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(new Color(128, 128, 128));
        graphics.fillRect(0, 0, 100, 80);
        graphics.dispose();

        assertThat(decoded(DrawnPictures.jpeg(grey, 90)).image().rgb()).containsOnly(128);
    }

    @ParameterizedTest
    @CsvSource({
        "195, UNSUPPORTED",
        "197, UNSUPPORTED",
        "201, UNSUPPORTED",
        "202, UNSUPPORTED",
        "200, BAD_HEADER"
    })
    void refusesProcessesThatNobodyUses(int marker, Reason reason) {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        file[DrawnJpeg.indexOf(file, SOF0) + 1] = (byte) marker;

        assertThat(refusal(file)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 12, UNSUPPORTED", // precision
        "9, 2, BAD_HEADER", // number of channels
        "9, 5, BAD_HEADER",
        "11, 0, BAD_HEADER", // sampling factors
        "11, 85, BAD_HEADER",
        "13, 1, BAD_HEADER" // id of the second channel
    })
    void refusesOddFrameHeaders(int at, int value, Reason reason) {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        file[DrawnJpeg.indexOf(file, SOF0) + at] = (byte) value;

        assertThat(refusal(file)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7})
    void refusesSizesOfZero(int at) {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        int frame = DrawnJpeg.indexOf(file, SOF0);
        file[frame + at] = 0;
        file[frame + at + 1] = 0;

        assertThat(refusal(file)).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesASecondFrame() {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        int frame = DrawnJpeg.indexOf(file, SOF0);
        byte[] content = Arrays.copyOfRange(file, frame + 4, frame + 19);

        assertThat(refusal(DrawnJpeg.with(file, SOF0, content))).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesPicturesWithoutTheirTables() {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);

        assertThat(refusal(DrawnJpeg.without(file, 0xDB))).isEqualTo(Reason.CORRUPT);
        assertThat(refusal(DrawnJpeg.without(file, SOF0))).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesBytesBetweenTheSegments() {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        int second = DrawnJpeg.indexOf(file, 0xDB);
        byte[] longer = new byte[file.length + 10];
        System.arraycopy(file, 0, longer, 0, second);
        System.arraycopy(file, second, longer, second + 10, file.length - second);

        assertThat(refusal(longer)).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void readsFillBytesBeforeMarkers() {
        byte[] file = DrawnPictures.jpeg(DRAWN, 90);
        byte[] longer = new byte[file.length + 10];
        Arrays.fill(longer, (byte) 0xFF);
        System.arraycopy(file, 0, longer, 0, 2);
        System.arraycopy(file, 2, longer, 12, file.length - 2);

        assertThat(decoded(longer).image().rgb()).isEqualTo(decoded(file).image().rgb());
    }
}
