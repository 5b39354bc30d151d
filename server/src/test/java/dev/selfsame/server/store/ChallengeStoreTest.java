package dev.selfsame.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeState;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.challenge.ChallengeStore.Saving;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.RedisExtension;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.SampleChallenges;
import dev.selfsame.server.testing.Together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What every store of challenges does. */
@ParameterizedClass
@EnumSource(StoreKind.class)
@ExtendWith(RedisExtension.class)
final class ChallengeStoreTest {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final StoreKind kind;
    private final RedisProcess redis;
    // why now: Redis has a clock of its own
    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final UUID session = UUID.randomUUID();
    private OpenedChallenges opened;
    private ChallengeStore store;

    ChallengeStoreTest(StoreKind kind, RedisProcess redis) {
        this.kind = kind;
        this.redis = redis;
    }

    @BeforeEach
    void open() {
        opened = OpenedChallenges.of(kind, redis, clock);
        store = opened.store();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void whatWasSavedIsFoundAsItWas() {
        Challenge replay = replay();
        Challenge capture = SampleChallenges.capture(session, clock.instant().plus(LIFE));

        assertThat(store.save(replay)).isEqualTo(Saving.SAVED);
        assertThat(store.save(capture)).isEqualTo(Saving.SAVED);

        assertFound(replay);
        assertFound(capture);
        Challenge running = replay.in(new ChallengeState.Running(clock.instant().plusSeconds(60)));
        assertThat(store.save(running)).isEqualTo(Saving.SAVED);
        assertFound(running);
        Challenge ended = running.in(SampleChallenges.ended());
        assertThat(store.save(ended)).isEqualTo(Saving.SAVED);
        assertFound(ended);
        assertFound(capture);
        assertThat(store.find(UUID.randomUUID(), ChallengeKind.REPLAY)).isEmpty();
    }

    @Test
    void challengesOfSeveralSessionsAreReadTogether() {
        Challenge replay = replay();
        Challenge capture = SampleChallenges.capture(session, clock.instant().plus(LIFE));
        UUID other = UUID.randomUUID();
        Challenge ofOther = SampleChallenges.capture(other, clock.instant().plus(LIFE));
        for (Challenge each : List.of(replay, capture, ofOther)) {
            store.save(each);
        }

        assertThat(store.ofSessions(List.of(session, other, UUID.randomUUID())))
                .extracting(Challenge::id)
                .containsExactlyInAnyOrder(replay.id(), capture.id(), ofOther.id());
        assertThat(store.ofSessions(List.of(other)))
                .extracting(Challenge::id)
                .containsExactly(ofOther.id());
        assertThat(store.ofSessions(List.of())).isEmpty();

        clock.pass(LIFE);
        assertThat(store.ofSessions(List.of(session, other))).isEmpty();
    }

    @Test
    void onlyTheNextVersionIsSaved() {
        Challenge first = replay();
        Challenge second = first.in(new ChallengeState.Running(clock.instant()));
        Challenge third = second.in(SampleChallenges.ended());

        assertThat(store.save(second)).isEqualTo(Saving.OUTDATED);
        assertThat(store.save(first)).isEqualTo(Saving.SAVED);
        assertThat(store.save(first)).isEqualTo(Saving.OUTDATED);
        assertThat(store.save(third)).isEqualTo(Saving.OUTDATED);
        assertThat(store.save(second)).isEqualTo(Saving.SAVED);
        assertThat(store.save(second)).isEqualTo(Saving.OUTDATED);
        assertFound(second);
    }

    @RepeatedTest(20)
    void ofManyThatSaveTheSameVersionOneSucceeds() {
        Challenge first = replay();
        Callable<Saving> adding = () -> store.save(first);
        assertOneSaves(adding);
        Challenge second = first.in(new ChallengeState.Running(clock.instant()));
        assertOneSaves(() -> store.save(second));
    }

    private static void assertOneSaves(Callable<Saving> saving) {
        List<Saving> results = Together.all(Collections.nCopies(8, saving));

        assertThat(Collections.frequency(results, Saving.SAVED)).isEqualTo(1);
        assertThat(Collections.frequency(results, Saving.OUTDATED)).isEqualTo(7);
    }

    @Test
    void aChallengeEndsWithItsMillisecond() {
        Challenge replay = replay();
        store.save(replay);

        clock.pass(LIFE.minus(MILLISECOND));
        assertFound(replay);
        Challenge running = replay.in(new ChallengeState.Running(clock.instant()));
        assertThat(store.save(running)).isEqualTo(Saving.SAVED);

        clock.pass(MILLISECOND);
        assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
        assertThat(store.save(running.in(SampleChallenges.ended()))).isEqualTo(Saving.OUTDATED);
    }

    @Test
    void nothingIsLeftOfADeletedSession() {
        store.save(replay());
        store.save(SampleChallenges.capture(session, clock.instant().plus(LIFE)));
        Challenge other = SampleChallenges.replay(UUID.randomUUID(), clock.instant().plus(LIFE));
        store.save(other);

        store.deleted(session);

        assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
        assertThat(store.find(session, ChallengeKind.CAPTURE)).isEmpty();
        assertFound(other);
        store.deleted(other.sessionId());
        store.deleted(other.sessionId());
        assertThat(opened.things().getAsLong()).isZero();
    }

    @RepeatedTest(20)
    void aResultOfADeletedSessionIsNotSaved() {
        Challenge replay = replay();
        store.save(replay);
        Challenge running = replay.in(new ChallengeState.Running(clock.instant()));
        Callable<Object> saving = () -> store.save(running);
        Callable<Object> deleting =
                () -> {
                    store.deleted(session);
                    return session;
                };

        Together.all(List.of(saving, deleting));

        assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
        assertThat(opened.things().getAsLong()).isZero();
    }

    @Test
    void whatHasExpiredGoesByItself() {
        Instant real = Instant.now();
        store.save(SampleChallenges.replay(session, real.plusMillis(300)));
        assertThat(opened.things().getAsLong()).isEqualTo(1);

        while (opened.things().getAsLong() > 0) {
            clock.pass(Duration.ofMillis(10));
            store.clearExpired();
            assertThat(Instant.now()).isBefore(real.plusSeconds(60));
        }
    }

    private Challenge replay() {
        return SampleChallenges.replay(session, clock.instant().plus(LIFE));
    }

    private void assertFound(Challenge challenge) {
        assertThat(store.find(challenge.sessionId(), challenge.kind()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(challenge);
    }
}
