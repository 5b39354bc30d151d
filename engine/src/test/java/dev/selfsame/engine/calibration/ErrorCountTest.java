package dev.selfsame.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Intervals against the definition: the rates that the data does not contradict at 5 per cent. */
final class ErrorCountTest {

    private static final double Z = 1.959963984540054;

    @Test
    void givesTheRatesThatAreZStandardDeviationsAway() {
        for (long trials : new long[] {1, 2, 10, 300, 100_000}) {
            for (long errors = 0; errors <= trials; errors += Math.max(1, trials / 7)) {
                ErrorCount count = new ErrorCount(errors, trials);
                if (errors > 0) {
                    assertThat(distance(count, count.low95())).isCloseTo(Z, within(1e-6));
                }
                if (errors < trials) {
                    assertThat(distance(count, count.high95())).isCloseTo(Z, within(1e-6));
                }
                assertThat(count.rate()).isBetween(count.low95(), count.high95());
            }
        }
    }

    private static double distance(ErrorCount count, double rate) {
        return Math.abs(count.rate() - rate) / Math.sqrt(rate * (1 - rate) / count.trials());
    }

    @Test
    void reachesTheEndsWhereNothingOrEverythingFailed() {
        assertThat(new ErrorCount(0, 50).low95()).isZero();
        assertThat(new ErrorCount(0, 50).high95()).isCloseTo(0.0713, within(1e-4));
        assertThat(new ErrorCount(50, 50).high95()).isEqualTo(1);
    }

    @Test
    void knowsNothingWithoutTrials() {
        ErrorCount none = new ErrorCount(0, 0);

        assertThat(none.rate()).isNaN();
        assertThat(none.low95()).isZero();
        assertThat(none.high95()).isEqualTo(1);
    }

    @Test
    void refusesMoreErrorsThanTrials() {
        assertThatThrownBy(() -> new ErrorCount(2, 1)).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> new ErrorCount(-1, 1)).hasMessageContaining("-1 of 1");
    }
}
