package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class AffineTest {

    @Test
    void inverseLeadsBack() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Affine map =
                    new Affine(
                            1 + random.nextDouble(),
                            random.nextDouble() - 0.5,
                            random.nextDouble() * 100,
                            random.nextDouble() - 0.5,
                            1 + random.nextDouble(),
                            random.nextDouble() * 100);
            Affine round = map.then(map.inverse());
            assertThat(round.x(12.5, -7)).isCloseTo(12.5, within(1e-9));
            assertThat(round.y(12.5, -7)).isCloseTo(-7, within(1e-9));
        }
    }

    @Test
    void flatMapHasNoInverse() {
        assertThatThrownBy(() -> new Affine(1, 2, 0, 2, 4, 0).inverse())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void turnedSquareIsCentredAndTurnsClockwise() {
        Affine map = Affine.fromTurnedSquare(100, 50, 40, Math.PI / 2, 20);
        assertThat(map.x(9.5, 9.5)).isCloseTo(100, within(1e-9));
        assertThat(map.y(9.5, 9.5)).isCloseTo(50, within(1e-9));
        // one cell to the right in the square lies two pixels further down in the picture
        assertThat(map.x(10.5, 9.5)).isCloseTo(100, within(1e-9));
        assertThat(map.y(10.5, 9.5)).isCloseTo(52, within(1e-9));
    }

    @Test
    void similarityFitFindsTheTransformThatWasApplied() {
        Affine truth = Affine.fromTurnedSquare(30, 40, 250, 0.3, 112);
        double[] from = {38, 51, 73, 51, 56, 71, 41, 92, 70, 92};
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i += 2) {
            to[i] = truth.x(from[i], from[i + 1]);
            to[i + 1] = truth.y(from[i], from[i + 1]);
        }
        Affine fitted = Similarity.fit(from, to);
        assertThat(fitted.a()).isCloseTo(truth.a(), within(1e-9));
        assertThat(fitted.b()).isCloseTo(truth.b(), within(1e-9));
        assertThat(fitted.c()).isCloseTo(truth.c(), within(1e-9));
        assertThat(fitted.d()).isCloseTo(truth.d(), within(1e-9));
        assertThat(fitted.f()).isCloseTo(truth.f(), within(1e-9));
    }

    @Test
    void similarityFitIsTheLeastSquaresOne() {
        Random random = new Random(2);
        double[] from = random.doubles(10, 0, 100).toArray();
        double[] to = random.doubles(10, 0, 100).toArray();
        Affine best = Similarity.fit(from, to);
        double least = error(best, from, to);
        for (int i = 0; i < 200; i++) {
            double da = random.nextGaussian() * 0.01;
            double dd = random.nextGaussian() * 0.01;
            Affine other =
                    new Affine(
                            best.a() + da,
                            best.b() - dd,
                            best.c() + random.nextGaussian(),
                            best.d() + dd,
                            best.e() + da,
                            best.f() + random.nextGaussian());
            assertThat(error(other, from, to)).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void similarityFitRefusesPointsThatCoincide() {
        assertThatThrownBy(() -> Similarity.fit(new double[] {1, 1, 1, 1}, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different");
    }

    private static double error(Affine map, double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i += 2) {
            sum += Math.pow(map.x(from[i], from[i + 1]) - to[i], 2);
            sum += Math.pow(map.y(from[i], from[i + 1]) - to[i + 1], 2);
        }
        return sum;
    }
}
