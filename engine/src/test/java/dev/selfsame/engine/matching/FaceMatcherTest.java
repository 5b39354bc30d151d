package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.FaceTemplate;

import org.junit.jupiter.api.Test;

import java.util.Random;

class FaceMatcherTest {

    private static final CalibrationTable TABLE =
            new CalibrationTable(new double[] {-100, 0}, new double[] {0, -10});

    @Test
    void orderDoesNotMatter() {
        FaceMatcher matcher = new FaceMatcher(FaceMatcher.Similarity.MINUS_DISTANCE, 0.01, TABLE);
        for (int seed = 0; seed < 50; seed++) {
            FaceTemplate a = random(seed);
            FaceTemplate b = random(seed + 1000);
            assertThat(matcher.compare(a, b)).isEqualTo(matcher.compare(b, a));
        }
    }

    @Test
    void distanceIsMeasuredInSteps() {
        FaceMatcher matcher = new FaceMatcher(FaceMatcher.Similarity.MINUS_DISTANCE, 10, TABLE);
        Fmr fmr = matcher.compare(template(0, 0), template(3, 4));
        assertThat(fmr).isEqualTo(TABLE.fmr(-50));
    }

    @Test
    void cosineDoesNotDependOnLength() {
        CalibrationTable table = new CalibrationTable(new double[] {-1, 1}, new double[] {0, -10});
        FaceMatcher matcher = new FaceMatcher(FaceMatcher.Similarity.COSINE, 0, table);
        assertThat(matcher.compare(template(3, 4), template(6, 8))).isEqualTo(table.fmr(1));
        assertThat(matcher.compare(template(3, 4), template(-4, 3))).isEqualTo(table.fmr(0));
    }

    @Test
    void vectorOfZerosIsLikeNobody() {
        FaceMatcher matcher = new FaceMatcher(FaceMatcher.Similarity.COSINE, 0, TABLE);
        assertThat(matcher.compare(template(0, 0), template(1, 1)).value()).isEqualTo(1);
    }

    @Test
    void otherModesVersionsAndLengthsAreRefused() {
        FaceMatcher matcher = new FaceMatcher(FaceMatcher.Similarity.COSINE, 0, TABLE);
        FaceTemplate reference = new FaceTemplate("A", 1, new byte[] {1, 2});
        for (FaceTemplate other :
                new FaceTemplate[] {
                    new FaceTemplate("B", 1, new byte[] {1, 2}),
                    new FaceTemplate("A", 2, new byte[] {1, 2}),
                    new FaceTemplate("A", 1, new byte[] {1, 2, 3})
                }) {
            assertThatThrownBy(() -> matcher.compare(reference, other))
                    .isInstanceOf(IncomparableTemplatesException.class)
                    .hasMessageContaining("A version 1");
        }
    }

    private static FaceTemplate template(int x, int y) {
        return new FaceTemplate("TEST", 1, new byte[] {(byte) x, (byte) y});
    }

    private static FaceTemplate random(int seed) {
        byte[] vector = new byte[384];
        new Random(seed).nextBytes(vector);
        return new FaceTemplate("TEST", 1, vector);
    }
}
