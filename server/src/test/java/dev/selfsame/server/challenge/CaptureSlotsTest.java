package dev.selfsame.server.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.selfsame.server.problem.Problem;

import org.junit.jupiter.api.Test;

final class CaptureSlotsTest {

    @Test
    void slotsAreCountedForAllAndForEachTenant() {
        CaptureSlots slots = new CaptureSlots(3);
        slots.take("acme");
        slots.take("acme");
        slots.take("other");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> slots.take("late"));
        assertThat(slots.taken()).isEqualTo(3);
        assertThat(slots.taken("acme")).isEqualTo(2);
        assertThat(slots.taken("late")).isZero();

        slots.free("acme");
        slots.free("other");
        assertThat(slots.taken()).isOne();
        assertThat(slots.taken("acme")).isOne();
        assertThat(slots.taken("other")).isZero();
    }
}
