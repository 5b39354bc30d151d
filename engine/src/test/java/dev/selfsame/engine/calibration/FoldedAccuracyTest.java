package dev.selfsame.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Accuracy with the threshold of the other folds. */
final class FoldedAccuracyTest {

    @Test
    void isPerfectWhereTheScoresAreApart() {
        double[] genuine = {5, 6, 7, 8, 9, 5, 6, 7, 8, 9, 6};
        double[] impostor = {1, 2, 3, 1, 2, 3, 1, 2, 3, 3, 1, 2};

        FoldedAccuracy accuracy = FoldedAccuracy.of(genuine, impostor);

        assertThat(accuracy).isEqualTo(new FoldedAccuracy(1, 0, 10));
    }

    /** Two folds: the first decided at 4.5, the second at 14.5, each learnt from the other. */
    @Test
    void decidesAFoldByTheThresholdOfTheOthers() {
        double[] genuine = {15, 5};
        double[] impostor = {14, 4};

        FoldedAccuracy accuracy = FoldedAccuracy.of(genuine, impostor);

        assertThat(accuracy.folds()).isEqualTo(2);
        assertThat(accuracy.mean()).isEqualTo(0.5);
        assertThat(accuracy.standardError()).isZero();
    }

    @Test
    void givesTheErrorOfTheMean() {
        // why: nine folds are right, the last has its scores the wrong way round
        double[] genuine = new double[10];
        double[] impostor = new double[10];
        Arrays.fill(genuine, 9);
        genuine[9] = 1;
        impostor[9] = 9;

        FoldedAccuracy accuracy = FoldedAccuracy.of(genuine, impostor);

        assertThat(accuracy.mean()).isEqualTo(0.9, within(1e-12));
        assertThat(accuracy.standardError()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void refusesTooFewScores() {
        assertThatThrownBy(() -> FoldedAccuracy.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 genuine");
    }
}
