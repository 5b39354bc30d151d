package dev.selfsame.server.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.challenge.ChallengeStore.Saving;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.SampleChallenges;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

final class MemoryChallengesTest {

    private static final int ENTRIES = 3;

    private final ManualClock clock = new ManualClock();
    private final MemoryChallenges store = new MemoryChallenges(ENTRIES, clock);

    @Test
    void whatIsFullTakesMoreWhenSomethingHasGone() {
        UUID first = UUID.randomUUID();
        assertThat(add(first, 60)).isEqualTo(Saving.SAVED);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.SAVED);
        assertThat(add(UUID.randomUUID(), 10)).isEqualTo(Saving.SAVED);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.NO_ROOM);
        assertThat(add(first, 60)).isNotEqualTo(Saving.SAVED);

        store.deleted(first);
        store.deleted(first);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.SAVED);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.NO_ROOM);

        clock.pass(Duration.ofSeconds(10));
        store.clearExpired();
        assertThat(store.size()).isEqualTo(ENTRIES - 1);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.SAVED);
        assertThat(add(UUID.randomUUID(), 60)).isEqualTo(Saving.NO_ROOM);
    }

    private Saving add(UUID session, int seconds) {
        return store.save(SampleChallenges.replay(session, clock.instant().plusSeconds(seconds)));
    }
}
