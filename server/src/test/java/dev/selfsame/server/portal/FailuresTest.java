package dev.selfsame.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.ManualClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class FailuresTest {

    private final ManualClock clock = new ManualClock();
    private final Failures failures = new Failures(3, clock);

    @Test
    void theWaitBeginsAfterSoManyFailuresAndDoubles() {
        fail(3);

        assertThat(failures.begin("ann")).hasValue(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(29));
        assertThat(failures.begin("ann")).hasValue(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(failures.begin("ann")).isEmpty();
        assertThat(failures.begin("ann")).hasValue(Duration.ofSeconds(60));
        assertThat(failures.isBlocked("ann")).isTrue();
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHour() {
        for (int i = 0; i < 40; i++) {
            failures.begin("ann").ifPresent(clock::pass);
        }
        fail(1);

        assertThat(failures.begin("ann").orElseThrow())
                .isLessThanOrEqualTo(Duration.ofMinutes(15))
                .isGreaterThan(Duration.ofMinutes(14));
    }

    @Test
    void ofTwoAtOnceTheOneThatReadTheClockFirstMayComeSecond() {
        fail(1);
        clock.pass(Duration.ofNanos(-1));

        assertThat(failures.begin("ann")).isEmpty();
    }

    @Test
    void othersDoNotWait() {
        fail(3);

        assertThat(failures.begin("bob")).isEmpty();
        assertThat(failures.isBlocked("bob")).isFalse();
    }

    @Test
    void aSuccessForgetsAndAWithdrawalTakesOneBack() {
        fail(2);
        failures.clear("ann");
        fail(2);
        assertThat(failures.isBlocked("ann")).isFalse();

        fail(1);
        failures.takeBack("ann");

        assertThat(failures.isBlocked("ann")).isFalse();
        fail(1);
        assertThat(failures.isBlocked("ann")).isTrue();
    }

    @Test
    void failuresOfLongAgoDoNotCount() {
        fail(2);
        clock.pass(Duration.ofHours(1));
        fail(2);

        assertThat(failures.begin("ann")).isEmpty();
    }

    @Test
    void strangersDoNotFillTheMemoryAndTheLastOnesAreKept() {
        fail(3);
        for (int i = 0; i < 20_000; i++) {
            failures.begin("stranger " + i);
            // why: who goes on being attacked is not the one to be forgotten
            failures.begin("ann");
        }

        assertThat(failures.isBlocked("ann")).isTrue();
        assertThat(failures.entries()).isEqualTo(10_000);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(failures.begin("ann")).isEmpty();
        }
    }
}
