package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The stages of the encoder, one by one. */
final class WsqStagesTest {

    private static final int BANDS = 60;

    @ParameterizedTest
    @CsvSource({"81, 81", "97, 131", "200, 128", "301, 203", "33, 40"})
    void splittingIsUndoneByTheDecodersWavelet(int width, int height) throws RefusedException {
        PictureSize size = new PictureSize(width, height);
        WsqBand whole = WsqBand.whole(size);
        Random random = new Random(3);
        float[] plane = new float[width * height];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = random.nextFloat(-128, 128);
        }
        float[] expected = plane.clone();

        WsqSplitting.split(whole, plane, size);
        assertThat(plane).isNotEqualTo(expected);
        WsqFilters filters = WsqFilters.read(Bytes.bigEndian(WsqFilters.written().toByteArray()));
        WsqWavelet.join(whole, filters, plane, size);

        for (int i = 0; i < plane.length; i++) {
            assertThat(plane[i]).isCloseTo(expected[i], within(0.001f));
        }
    }

    /** Each band's filters are high-pass somewhere, but for the first band's. */
    @Test
    void plainPicturesLieInTheFirstBandAlone() {
        PictureSize size = new PictureSize(97, 131);
        WsqBand whole = WsqBand.whole(size);
        float[] plane = new float[97 * 131];
        Arrays.fill(plane, 1);

        WsqSplitting.split(whole, plane, size);

        List<WsqBand> bands = whole.leaves();
        WsqCoefficients coefficients = new WsqCoefficients(plane, 97, bands);
        // why: each of the five splits doubles the mean
        assertThat(coefficients.at(bands.get(0), 1, 2)).isCloseTo(32, within(0.001f));
        for (WsqBand band : bands.subList(1, 64)) {
            assertThat(coefficients.at(band, 0, 0)).isCloseTo(0, within(0.001f));
        }
    }

    /** The model behind the formula: a band takes log2(5 sigma / step) bits a sample. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2, 2.25, 4})
    void stepsShareTheBitsOut(double rate) {
        double[] variances = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            variances[band] = 2000 - 20 * band;
        }

        double[] steps = WsqSteps.of(variances, new WsqRate(rate), 0);

        double bits = 0;
        for (int band = 0; band < BANDS; band++) {
            double share = band < 4 ? 1 / 1024.0 : band < 51 ? 1 / 256.0 : 1 / 16.0;
            bits += share * Math.log(5 * Math.sqrt(variances[band]) / steps[band]) / Math.log(2);
        }
        assertThat(bits).isCloseTo(rate, within(1e-9));
    }

    @Test
    void bandsWithoutVarianceAreLeftOut() {
        double[] variances = new double[BANDS];
        Arrays.fill(variances, 1.0);
        variances[0] = 5000;
        variances[10] = 40;

        double[] steps = WsqSteps.of(variances, WsqRate.FIFTEEN_TO_ONE, 0.25);

        for (int band = 0; band < BANDS; band++) {
            assertThat(steps[band] > 0).isEqualTo(band == 0 || band == 10);
        }
    }

    /** Alone, the first band would get steps of 2^-767. */
    @Test
    void stepsStayAboveTheFinest() {
        double[] variances = new double[BANDS];
        variances[0] = 5000;

        assertThat(WsqSteps.of(variances, WsqRate.FIFTEEN_TO_ONE, 0.25)[0]).isEqualTo(0.25);
    }

    @Test
    void variancesOfPicturesWithAFingerAreTheWindows() {
        PictureSize size = new PictureSize(512, 512);
        List<WsqBand> bands = WsqBand.whole(size).leaves().subList(0, BANDS);
        float[] plane = new float[512 * 512];
        // why: the outermost samples of band 0, 16 x 16, lie outside its window: columns 2 to 13,
        // rows 4 to 10
        plane[0] = 10_000;
        plane[5 * 512 + 5] = 4000;
        double inside = variance(4000, 12 * 7);
        double whole = variance(new double[] {10_000, 4000}, 16 * 16);

        WsqCoefficients coefficients = new WsqCoefficients(plane, 512, bands);
        assertThat(WsqVariances.of(coefficients)[0]).isCloseTo(inside, within(0.01));
        plane[5 * 512 + 5] = 1000;
        assertThat(variance(1000, 12 * 7)).isLessThan(20_000);
        assertThat(WsqVariances.of(coefficients)[0])
                .isCloseTo(variance(new double[] {10_000, 1000}, 16 * 16), within(0.01))
                .isLessThan(whole);
    }

    private static double variance(double value, int samples) {
        return variance(new double[] {value}, samples);
    }

    /** Of these values and zeros. */
    private static double variance(double[] values, int samples) {
        double mean = Arrays.stream(values).sum() / samples;
        double squares = mean * mean * (samples - values.length);
        return (squares + Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum())
                / (samples - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "255, 25500, 2",
        "215.39123, 21539, 2",
        "1.2687, 12687, 4",
        "0.44, 44000, 5",
        "6.5535, 65535, 4",
        "6.55356, 6554, 3",
        "65535, 65535, 0",
        "0.00000000012, 0, 9"
    })
    void numbersKeepAsManyDigitsAsFit(double value, int digits, int places) {
        WsqDecimal stored = WsqDecimal.nearest(value);

        assertThat(stored).isEqualTo(new WsqDecimal(digits, places));
        assertThat(stored.value()).isCloseTo(value, within(value / 10_000 + 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 181 0 0",
        "74, 254 0 0",
        "75, 101 75 8",
        "255, 101 255 8",
        "256, 103 256 16",
        "65535, 103 65535 16",
        "-1, 179 0 0",
        "-73, 107 0 0",
        "-74, 102 74 8",
        "-255, 102 255 8",
        "-256, 104 256 16"
    })
    void levelsHaveTheirSymbols(int level, String expected) {
        assertThat(symbols(0, level)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 0 0",
        "100, 100 0 0",
        "101, 105 101 8",
        "255, 105 255 8",
        "256, 106 256 16",
        "65535, 106 65535 16",
        "65536, 106 65535 16;1 0 0"
    })
    void runsOfZerosHaveTheirSymbols(int zeros, String expected) {
        assertThat(String.join(";", symbols(zeros, 0))).isEqualTo(expected);
        assertThat(String.join(";", symbols(zeros, 3))).isEqualTo(expected + ";183 0 0");
    }

    /** Symbol, number behind it and its bits, for so many zeros and a level that is not. */
    private static List<String> symbols(int zeros, int level) {
        List<String> taken = new ArrayList<>();
        WsqSymbols symbols =
                new WsqSymbols(
                        (symbol, extra, bits) -> taken.add(symbol + " " + extra + " " + bits));
        for (int i = 0; i < zeros; i++) {
            symbols.add(0);
        }
        if (level != 0) {
            symbols.add(level);
        }
        symbols.finish();
        return taken;
    }

    @Test
    void quantiserIsUndoneToHalfAStep() {
        double[] wanted = new double[BANDS];
        Arrays.fill(wanted, 3.7);
        WsqQuantiser quantiser = WsqQuantiser.of(wanted);

        for (float value = -500; value < 500; value += 0.37f) {
            float again = quantiser.coefficient(8, quantiser.level(8, value));
            assertThat(again).isCloseTo(value, within(0.6f * 3.7f + 0.001f));
        }
        assertThat(quantiser.level(8, 2.2f)).isZero();
        assertThat(quantiser.level(8, -2.3f)).isEqualTo(-1);
    }
}
