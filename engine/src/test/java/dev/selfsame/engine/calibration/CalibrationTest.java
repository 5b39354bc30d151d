package dev.selfsame.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

class CalibrationTest {

    @ParameterizedTest
    @CsvSource({"1e-6,4500", "1e-5,4000", "1e-4,3500", "1e-3,3000", "1e-2,2500", "1,1500"})
    void scoresFollowTheContractsTable(double fmr, double score) {
        assertThat(new Fmr(fmr).score()).isCloseTo(score, within(1e-9));
        assertThat(ScoreScale.fmrOf(score)).isCloseTo(fmr, within(fmr * 1e-9));
    }

    @Test
    void sampleOfTheContractIsMetToTheLastDigit() {
        double score = 7771.43408203125;
        double percent = new Fmr(ScoreScale.fmrOf(score)).percent();
        assertThat(percent).isCloseTo(2.8650475616752694e-11, within(1e-24));
    }

    @Test
    void percentStaysWithinTheContractsRange() {
        assertThat(Fmr.clamped(0).percent()).isEqualTo(1e-15);
        assertThat(Fmr.clamped(5).percent()).isEqualTo(100);
        assertThatThrownBy(() -> Fmr.clamped(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fmr(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tableFallsEverywhereAndGoesOnBeyondItsEnds() {
        CalibrationTable table =
                new CalibrationTable(new double[] {0, 1, 2}, new double[] {0, -2, -6});
        assertThat(table.fmr(-5).value()).isEqualTo(1);
        assertThat(table.fmr(0.5).value()).isCloseTo(0.1, within(1e-12));
        assertThat(table.fmr(1.5).value()).isCloseTo(1e-4, within(1e-12));
        assertThat(table.fmr(3).value()).isCloseTo(1e-10, within(1e-15));
        assertThat(table.fmr(1e9).value()).isEqualTo(Fmr.SMALLEST);
        assertThat(table.fmr(Double.NaN).value()).isEqualTo(1);
        double last = 2;
        for (double s = -1; s < 6; s += 0.01) {
            double fmr = table.fmr(s).value();
            assertThat(fmr).isLessThanOrEqualTo(last);
            last = fmr;
        }
    }

    @Test
    void tableThatDoesNotFallIsRefused() {
        assertThatThrownBy(() -> new CalibrationTable(new double[] {0, 1}, new double[] {-1, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("knot 1");
    }

    @Test
    void normalTailAgreesWithKnownValues() {
        assertThat(CalibrationTable.log10UpperTail(0)).isCloseTo(Math.log10(0.5), within(1e-6));
        assertThat(CalibrationTable.log10UpperTail(1.6448536))
                .isCloseTo(Math.log10(0.05), within(1e-6));
        assertThat(CalibrationTable.log10UpperTail(3.999999))
                .isCloseTo(CalibrationTable.log10UpperTail(4.000001), within(1e-4));
        assertThat(CalibrationTable.log10UpperTail(6))
                .isCloseTo(Math.log10(9.865876e-10), within(1e-5));
    }

    @Test
    void fitStatesWhatUnseenComparisonsShow() {
        CalibrationTable table = CalibrationFit.fit(evenly(normals(1, 1_000_000))).table();
        double[] unseen = normals(2, 4_000_000);
        for (double stated : new double[] {1e-1, 1e-2, 1e-3, 1e-4, 1e-5}) {
            long hits = 0;
            for (double s : unseen) {
                hits += table.fmr(s).value() <= stated ? 1 : 0;
            }
            assertThat(hits / (double) unseen.length)
                    .as("stated " + stated)
                    .isBetween(stated / 1.6, stated * 1.6);
        }
    }

    @Test
    void weightsCountAsRepetitions() {
        double[] values = normals(3, 300_000);
        WeightedSimilarities repeated = new WeightedSimilarities(0);
        WeightedSimilarities weighted = new WeightedSimilarities(0);
        for (int i = 0; i < values.length; i++) {
            int times = 1 + i % 3;
            weighted.add(values[i], times);
            for (int r = 0; r < times; r++) {
                repeated.add(values[i], 1);
            }
        }
        CalibrationTable a = CalibrationFit.fit(repeated).table();
        CalibrationTable b = CalibrationFit.fit(weighted).table();
        // why not further: both are extrapolated from tails that begin one comparison apart
        for (double s = -3; s <= 4; s += 0.25) {
            assertThat(b.fmr(s).score()).isCloseTo(a.fmr(s).score(), within(10.0));
        }
        assertThat(weighted.shareAtLeast(1)).isCloseTo(repeated.shareAtLeast(1), within(1e-9));
    }

    @Test
    void fitRefusesTooLittleData() {
        assertThatThrownBy(() -> CalibrationFit.fit(evenly(new double[100])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(() -> CalibrationFit.fit(evenly(new double[20_000])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fileThatIsNoTableIsRefused() {
        for (String json :
                new String[] {
                    "",
                    "{}",
                    "[]",
                    "{\"format\":2,\"similarity\":[0,1],\"log10Fmr\":[0,-1]}",
                    "{\"format\":1,\"similarity\":[0,\"x\"],\"log10Fmr\":[0,-1]}",
                    "{\"format\":1,\"similarity\":[0,1],\"log10Fmr\":[0]}"
                }) {
            assertThatThrownBy(() -> CalibrationFile.read(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static WeightedSimilarities evenly(double[] values) {
        WeightedSimilarities all = new WeightedSimilarities(values.length);
        for (double value : values) {
            all.add(value, 1);
        }
        return all;
    }

    private static double[] normals(int seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
