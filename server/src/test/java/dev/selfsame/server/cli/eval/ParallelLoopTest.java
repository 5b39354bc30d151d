package dev.selfsame.server.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Every index once, and failures are not lost. */
final class ParallelLoopTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void doesEveryIndexOnceAndCountsThem(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        AtomicInteger heard = new AtomicInteger();

        new ParallelLoop(threads)
                .run(
                        1000,
                        (count, total) -> heard.accumulateAndGet(count, Math::max),
                        done::incrementAndGet);

        for (int i = 0; i < 1000; i++) {
            assertThat(done.get(i)).isOne();
        }
        assertThat(heard).hasValue(1000);
    }

    @Test
    void doesNothingForNothing() {
        AtomicInteger done = new AtomicInteger();
        new ParallelLoop(2).run(0, (count, total) -> {}, i -> done.incrementAndGet());
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void stopsAtAFailureAndPassesItOn(int threads) {
        AtomicInteger done = new AtomicInteger();
        ParallelLoop loop = new ParallelLoop(threads);

        assertThatThrownBy(
                        () ->
                                loop.run(
                                        1_000_000,
                                        (count, total) -> {},
                                        i -> {
                                            done.incrementAndGet();
                                            throw new IllegalArgumentException("at " + i);
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(done.get()).isLessThanOrEqualTo(threads);
    }
}
