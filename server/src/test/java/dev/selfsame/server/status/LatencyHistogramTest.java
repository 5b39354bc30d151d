package dev.selfsame.server.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

final class LatencyHistogramTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1000000, 0",
        "1000001, 1",
        "1414213, 1",
        "2000000, 2",
        "2000001, 3",
        "1024000000, 20",
        "32768000000, 30",
        "32768000001, 31",
        "9223372036854775807, 31"
    })
    void bucketsGrowByTheSquareRootOfTwo(long nanos, int bucket) {
        assertThat(LatencyHistogram.bucket(nanos)).isEqualTo(bucket);
    }

    @Test
    void quantilesAreNearThoseOfTheTimesThemselves() {
        Random random = new Random(7);
        long[] times = new long[10_000];
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.round(Math.exp(random.nextGaussian() + 17));
            counts.merge(LatencyHistogram.bucket(times[i]), 1L, Long::sum);
        }
        Arrays.sort(times);
        LatencyHistogram histogram = new LatencyHistogram(counts);

        for (double share : List.of(0.5, 0.9, 0.95, 0.99)) {
            double real = times[(int) (share * times.length) - 1];
            double read = histogram.quantile(share).orElseThrow().toNanos();
            assertThat(read / real).as("share " + share).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void fewRequestsHaveQuantilesToo() {
        assertThat(LatencyHistogram.NONE.quantile(0.99)).isEmpty();
        LatencyHistogram one = new LatencyHistogram(new TreeMap<>(Map.of(2, 1L)));
        assertThat(one.quantile(0.5)).hasValue(Duration.ofMillis(2));
        assertThat(one.quantile(0.99)).hasValue(Duration.ofMillis(2));
    }

    @Test
    void whatTookLongerThanAnyBucketIsTheEndOfTheLastOne() {
        LatencyHistogram slow = new LatencyHistogram(new TreeMap<>(Map.of(31, 5L)));

        assertThat(slow.quantile(0.5)).hasValue(Duration.ofMillis(32_768));
    }

    @Test
    void sumsCountTogether() {
        LatencyHistogram one = new LatencyHistogram(new TreeMap<>(Map.of(1, 2L, 3, 1L)));
        LatencyHistogram other = new LatencyHistogram(new TreeMap<>(Map.of(3, 4L)));

        assertThat(LatencyHistogram.sum(List.of(one, other, LatencyHistogram.NONE)).counts())
                .containsExactly(Map.entry(1, 2L), Map.entry(3, 5L));
    }

    @Test
    void bucketsThatAreNoneAreRefused() {
        for (int wrong : List.of(-1, 32)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LatencyHistogram(new TreeMap<>(Map.of(wrong, 1L))));
        }
    }
}
