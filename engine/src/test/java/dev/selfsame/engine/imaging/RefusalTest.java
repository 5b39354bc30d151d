package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.decoded;
import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class RefusalTest {

    private static final BufferedImage DRAWN = DrawnPictures.drawn(120, 90);

    @Test
    @SuppressWarnings("NullAway") // the check is for callers whose compiler does not know
    void rejectsNull() {
        assertThatThrownBy(() -> Decoding.DECODER.decode(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("file");
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
    }

    @Test
    void refusesWhatIsNoPicture() {
        for (String text : new String[] {"x", "hello", "BMX", "GIF89a", "RIFF0000WEBPVP8 ", "\0"}) {
            byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(refusal(file)).as(text).isEqualTo(Reason.UNKNOWN_FORMAT);
        }
    }

    @Test
    void refusesFilesThatAreTooLong() {
        byte[] file = DrawnPictures.png(DRAWN);
        ImageDecoder exact = new ImageDecoder(new ImageLimits(file.length, 1_000_000));
        ImageDecoder strict = new ImageDecoder(new ImageLimits(file.length - 1, 1_000_000));

        assertThat(exact.decode(file)).isInstanceOf(Decoded.class);
        assertThat(strict.decode(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(Reason.TOO_MANY_BYTES);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void refusesPicturesWithTooManyPixels(ImageFormat format) {
        byte[] file = file(format);
        ImageDecoder exact = new ImageDecoder(new ImageLimits(1_000_000, 120 * 90));
        ImageDecoder strict = new ImageDecoder(new ImageLimits(1_000_000, 120 * 90 - 1));

        assertThat(exact.decode(file)).isInstanceOf(Decoded.class);
        assertThat(strict.decode(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void refusesEveryBeginningOfAFile(ImageFormat format) {
        byte[] file = file(format);
        assertThat(decoded(file).info().format()).isEqualTo(format);

        // why: a bitmap's last row may lack its padding, here none; and a TIFF ends with its fields
        for (int length = 1; length < file.length; length += 1 + length / 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThat(refusal(cut))
                    .as("%s cut to %d of %d", format, length, file.length)
                    .isIn(Reason.TRUNCATED, Reason.UNKNOWN_FORMAT, Reason.BAD_HEADER);
        }
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void namesNoContentInItsReasons(ImageFormat format) {
        byte[] file = Arrays.copyOf(file(format), 300);

        Refused refused = (Refused) Decoding.DECODER.decode(file);

        assertThat(refused.detail()).matches("[ -~]{10,120}");
    }

    private static byte[] file(ImageFormat format) {
        return switch (format) {
            case JPEG -> DrawnPictures.jpeg(DRAWN, 90);
            case PNG -> DrawnPictures.png(DRAWN);
            case BMP -> DrawnPictures.bmp(DRAWN);
            case TIFF -> DrawnPictures.tiff(DRAWN);
            case WSQ -> WsqFile.of(DrawnPictures.rgb(DRAWN), 500);
        };
    }
}
