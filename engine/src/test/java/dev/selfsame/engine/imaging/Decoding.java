package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;

/** Decodes and compares, for the tests of this package. */
final class Decoding {

    static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);

    private Decoding() {}

    static Decoded decoded(byte[] file) {
        return decoded(file, Integer.MAX_VALUE);
    }

    static Decoded decoded(byte[] file, int wantedLongSide) {
        return switch (DECODER.decode(file, wantedLongSide)) {
            case Decoded decoded -> decoded;
            case Refused refused -> fail("refused: " + refused);
        };
    }

    static Reason refusal(byte[] file) {
        return switch (DECODER.decode(file)) {
            case Decoded decoded -> fail("decoded: " + decoded.info());
            case Refused refused -> refused.reason();
        };
    }

    static void assertSame(Image actual, Image expected) {
        assertAlike(actual, expected, 0);
    }

    /** Same size, and a mean absolute difference of samples of at most that much. */
    static void assertAlike(Image actual, Image expected, double mostMeanDifference) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        assertThat(meanDifference(actual, expected)).isLessThanOrEqualTo(mostMeanDifference);
    }

    static double meanDifference(Image first, Image second) {
        long sum = 0;
        for (int i = 0; i < first.rgb().length; i++) {
            sum += Math.abs((first.rgb()[i] & 0xFF) - (second.rgb()[i] & 0xFF));
        }
        return (double) sum / first.rgb().length;
    }
}
