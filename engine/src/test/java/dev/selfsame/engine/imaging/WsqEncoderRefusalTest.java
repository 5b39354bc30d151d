package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that no file can be made of. */
final class WsqEncoderRefusalTest {

    private final WsqEncoder encoder =
            new WsqEncoder(WsqRate.FIFTEEN_TO_ONE, new ImageLimits(1000, 10_000));

    @ParameterizedTest
    @CsvSource({
        "80, 100, width: 80 (expected: 81..65535)",
        "100, 80, height: 80 (expected: 81..65535)",
        "0, 100, width: 0 (expected: 81..65535)",
        "100, -1, height: -1 (expected: 81..65535)",
        "65536, 81, width: 65536 (expected: 81..65535)",
        "81, 65536, height: 65536 (expected: 81..65535)",
        "101, 100, size: 101x100 (expected: at most 10000 pixels)",
        "65535, 65535, size: 65535x65535 (expected: at most 10000 pixels)",
    })
    void refusesSizes(int width, int height, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new byte[10_000], width, height, 500))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9_999, 10_001, 30_000})
    void refusesPixelsOfAnotherNumber(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new byte[length], 100, 100, 500))
                .withMessage("grey: " + length + " bytes (expected: 10000)");
    }

    @ParameterizedTest
    @ValueSource(ints = {-500, 0, 99, 2001})
    void refusesResolutions(int dpi) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new byte[10_000], 100, 100, dpi))
                .withMessage("dpi: " + dpi + " (expected: 100..2000)");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                -0.75,
                0,
                0.29,
                5.01
            })
    void refusesRates(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WsqRate(rate))
                .withMessage("bitsPerPixel: " + rate + " (expected: 0.3..5.0)");
    }

    @Test
    void takesWhatIsJustWithinTheLimits() {
        assertThat(encoder.encode(new byte[10_000], 100, 100, 500)).isNotEmpty();
    }
}
