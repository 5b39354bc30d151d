package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.calibration.Fmr;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

final class FusionTest {

    private static List<Fmr> parts(double... values) {
        return DoubleStream.of(values).mapToObj(Fmr::new).toList();
    }

    private static List<Fmr> random(Random random, int count) {
        return random.doubles(count).map(it -> Math.pow(10, -12 * it)).mapToObj(Fmr::new).toList();
    }

    @Test
    void leavesASinglePartAsItIs() {
        assertThat(Fusion.fused(parts(0.0123))).isEqualTo(new Fmr(0.0123));
    }

    @Test
    void agreesWithTheClosedFormOfTwo() {
        assertThat(Fusion.fused(parts(1e-2, 1e-3)).value())
                .isCloseTo(1e-5 * (1 - Math.log(1e-5)), within(1e-15));
        assertThat(Fusion.fused(parts(1, 1))).isEqualTo(new Fmr(1));
    }

    @Test
    void doesNotDependOnTheOrder() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            List<Fmr> parts = new ArrayList<>(random(random, 2 + i % 9));
            Fmr fused = Fusion.fused(parts);
            Collections.shuffle(parts, random);
            assertThat(Fusion.fused(parts)).isEqualTo(fused);
        }
    }

    @Test
    void fallsWhenAPartFalls() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            List<Fmr> parts = new ArrayList<>(random(random, 1 + i % 10));
            Fmr before = Fusion.fused(parts);
            parts.set(0, Fmr.clamped(parts.get(0).value() / 3));
            Fmr after = Fusion.fused(parts);
            assertThat(after).isLessThanOrEqualTo(before);
            if (before.value() > 1e-16 && !before.equals(new Fmr(1))) {
                assertThat(after).isLessThan(before);
            }
        }
    }

    @Test
    void staysWithinWhatCanBeStated() {
        assertThat(Fusion.fused(Collections.nCopies(10, new Fmr(Fmr.SMALLEST))))
                .isEqualTo(new Fmr(Fmr.SMALLEST));
        assertThat(Fusion.fused(Collections.nCopies(10, new Fmr(1)))).isEqualTo(new Fmr(1));
    }

    @Test
    void losesByAPartThatSaysNothing() {
        assertThat(Fusion.fused(parts(1e-6, 1))).isGreaterThan(Fusion.fused(parts(1e-6)));
        assertThat(Fusion.fused(parts(1e-6, 1e-4))).isLessThan(Fusion.fused(parts(1e-6)));
    }

    /** 200,000 strangers: of 0.1, 200 beyond 1e-3 are expected, with a deviation of 14. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void keepsTheStatedRateForStrangers(int fingers) {
        Random random = new Random(fingers);
        int trials = 200_000;
        int[] met = new int[3];
        for (int i = 0; i < trials; i++) {
            double fused =
                    Fusion.fused(random.doubles(fingers).mapToObj(Fmr::clamped).toList()).value();
            for (int digits = 1; digits <= met.length; digits++) {
                met[digits - 1] += fused <= Math.pow(10, -digits) ? 1 : 0;
            }
        }
        for (int digits = 1; digits <= met.length; digits++) {
            double expected = trials * Math.pow(10, -digits);
            assertThat((double) met[digits - 1])
                    .isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }

    @Test
    void refusesNoParts() {
        assertThatThrownBy(() -> Fusion.fused(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts");
    }
}
