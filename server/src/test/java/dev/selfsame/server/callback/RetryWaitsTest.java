package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;

final class RetryWaitsTest {

    private final RetryWaits waits =
            new RetryWaits(Duration.ofSeconds(1), Duration.ofMinutes(30), new Random(7));

    @Test
    void boundsGrowFourfoldUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(waits::bound).map(Duration::toSeconds))
                .containsExactly(1L, 4L, 16L, 64L, 256L, 1024L, 1800L, 1800L);
        assertThat(waits.bound(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void theDefaultAttemptsLieWithinAnHour() {
        Duration all =
                IntStream.range(1, 8).mapToObj(waits::bound).reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isLessThan(Duration.ofHours(1));
    }

    @Test
    void waitsAreSpreadFromNothingToTheBound() {
        LongSummaryStatistics millis =
                IntStream.range(0, 2000)
                        .mapToLong(_ -> waits.after(3).toMillis())
                        .summaryStatistics();

        assertThat(millis.getMin()).isBetween(0L, 200L);
        assertThat(millis.getMax()).isBetween(15_800L, 16_000L);
        assertThat(millis.getAverage()).isBetween(7_500.0, 8_500.0);
    }
}
