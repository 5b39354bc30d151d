package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.imaging.ImageFormat;
import dev.selfsame.engine.imaging.ImageInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which resolution is believed. */
final class ResolutionTest {

    private static ImageInfo file(int dpi, int reduction) {
        return new ImageInfo(ImageFormat.TIFF, 300, 400, 1, reduction, dpi, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "0,500",
        "72,500",
        "96,500",
        "150,500",
        "199,500",
        "200,200",
        "500,500",
        "569,569",
        "1000,1000",
        "2000,2000",
        "2001,500",
        "25400,500",
        "-1,500"
    })
    void believesTheFileWhereAReaderCouldHaveThatResolution(int stated, double taken) {
        assertThat(Resolution.of(file(stated, 1), FingerRequest.PLAIN)).isEqualTo(taken);
    }

    @Test
    void takesTheCallersWordOverTheFiles() {
        assertThat(Resolution.of(file(500, 1), new FingerRequest(569))).isEqualTo(569);
        assertThat(Resolution.of(file(0, 1), new FingerRequest(100))).isEqualTo(100);
    }

    @Test
    void dividesByTheReductionOfTheDecodedPixels() {
        assertThat(Resolution.of(file(1000, 4), FingerRequest.PLAIN)).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 99, 2001})
    void refusesARequestOutOfRange(int dpi) {
        assertThatThrownBy(() -> new FingerRequest(dpi))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100..2000");
    }
}
