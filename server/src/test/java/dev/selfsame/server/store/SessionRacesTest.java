package dev.selfsame.server.store;

import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.bareFace;
import static dev.selfsame.server.testing.SampleSessions.bareSession;
import static dev.selfsame.server.testing.SampleSessions.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.BioSessionStore.Addition;
import dev.selfsame.server.biosession.BioSessionStore.Ending;
import dev.selfsame.server.biosession.BioSessionStore.Removal;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;
import dev.selfsame.server.testing.RedisExtension;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.Together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Several clients at one session, and time that passes. */
@ParameterizedClass
@EnumSource(StoreKind.class)
@ExtendWith(RedisExtension.class)
final class SessionRacesTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LIMIT = 10;
    private static final int ROUNDS = 20;

    private final StoreKind kind;
    private final RedisProcess redis;
    private final Clock clock = Clock.systemUTC();
    private OpenedStore opened;
    private BioSessionStore store;

    SessionRacesTest(StoreKind kind, RedisProcess redis) {
        this.kind = kind;
        this.redis = redis;
    }

    @BeforeEach
    void open() {
        opened = OpenedStore.of(kind, redis, clock);
        store = opened.store();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @RepeatedTest(5)
    void noMoreFacesGetInThanTheLimit() {
        BioSession session = opened();
        List<Callable<Addition>> additions = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SessionFace face = bareFace(clock.instant(), i);
            additions.add(() -> store.addFace(TENANT, session.id(), face, LIMIT));
        }

        List<Addition> results = Together.all(additions);

        assertThat(Collections.frequency(results, Addition.ADDED)).isEqualTo(LIMIT);
        assertThat(Collections.frequency(results, Addition.TOO_MANY_FACES)).isEqualTo(6);
        assertThat(content(session).faces()).hasSize(LIMIT);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoDeletionsOneSucceeds() {
        BioSession session = opened();
        Callable<Ending> deletion = () -> store.delete(TENANT, session.id());

        assertThat(Together.all(List.of(deletion, deletion)))
                .containsExactlyInAnyOrder(Ending.DELETED, Ending.NO_SESSION);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoDeletionsOfAFaceOneSucceeds() {
        BioSession session = opened();
        SessionFace face = bareFace(clock.instant(), 1);
        store.addFace(TENANT, session.id(), face, LIMIT);
        Callable<Removal> deletion = () -> store.deleteFace(TENANT, session.id(), face.id());

        assertThat(Together.all(List.of(deletion, deletion)))
                .containsExactlyInAnyOrder(Removal.REMOVED, Removal.NO_FACE);
    }

    @RepeatedTest(ROUNDS)
    void aFaceThatComesWhileTheSessionIsDeletedLeavesNothing() {
        BioSession session = opened();
        List<Callable<Object>> calls = new ArrayList<>();
        calls.add(() -> store.delete(TENANT, session.id()));
        for (int i = 0; i < 4; i++) {
            SessionFace face = bareFace(clock.instant(), i);
            calls.add(() -> store.addFace(TENANT, session.id(), face, LIMIT));
        }

        List<Object> results = Together.all(calls);

        assertThat(results.getFirst()).isEqualTo(Ending.DELETED);
        assertThat(results.subList(1, 5)).containsAnyOf(Addition.ADDED, Addition.NO_SESSION);
        assertThat(store.content(TENANT, session.id())).isEmpty();
        assertThat(opened.things().getAsLong()).isZero();
    }

    @RepeatedTest(ROUNDS)
    void noMatchOutlivesItsFaces() {
        BioSession session = opened();
        SessionFace one = bareFace(clock.instant(), 1);
        SessionFace two = bareFace(clock.instant(), 2);
        store.addFace(TENANT, session.id(), one, LIMIT);
        store.addFace(TENANT, session.id(), two, LIMIT);
        List<SessionMatch> matches =
                List.of(
                        match(one, two, 0.5, clock.instant()),
                        match(two, one, 0.5, clock.instant()));

        Together.all(
                List.<Callable<Object>>of(
                        () -> {
                            store.addMatches(TENANT, session.id(), matches);
                            return matches;
                        },
                        () -> store.deleteFace(TENANT, session.id(), two.id())));

        assertThat(content(session).faces()).hasSize(1);
        assertThat(store.matches(TENANT, session.id(), one.id(), List.of(two.id()))).isEmpty();
        assertThat(store.matches(TENANT, session.id(), two.id(), List.of(one.id()))).isEmpty();
    }

    @Test
    void aSessionIsNeverThereAfterItsEndAndGoesByItself() {
        BioSession session = bareSession(clock.instant(), Duration.ofMillis(300));
        store.add(session);
        store.addFace(TENANT, session.id(), bareFace(clock.instant(), 1), LIMIT);

        Instant deadline = clock.instant().plusSeconds(60);
        while (opened.things().getAsLong() > 0) {
            Instant before = clock.instant();
            Optional<BioSession> found = store.find(TENANT, session.id());
            assertThat(found.isPresent() && !session.isOpenAt(before)).isFalse();
            assertThat(before).isBefore(deadline);
            store.clearExpired();
        }

        assertThat(clock.instant()).isAfterOrEqualTo(session.expires());
    }

    @Test
    void nothingIsLeftOfTenThousandSessionsThatWereLeft() {
        int tasks = 16;
        int each = 625;
        Duration life = Duration.ofSeconds(3);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            clients.add(() -> openAndLeave(each, life));
        }

        assertThat(Together.all(clients)).containsOnly(each);
        assertThat(opened.things().getAsLong()).isPositive();

        Instant deadline = clock.instant().plus(life).plusSeconds(120);
        while (opened.things().getAsLong() > 0) {
            store.clearExpired();
            assertThat(clock.instant()).isBefore(deadline);
        }
    }

    private int openAndLeave(int count, Duration life) {
        int opened = 0;
        for (int i = 0; i < count; i++) {
            BioSession session = bareSession(clock.instant(), life);
            if (store.add(session)) {
                opened++;
            }
            store.addFace(TENANT, session.id(), bareFace(clock.instant(), i), LIMIT);
        }
        return opened;
    }

    private BioSession opened() {
        BioSession session = bareSession(clock.instant(), LIFE);
        store.add(session);
        return session;
    }

    private SessionContent content(BioSession session) {
        return store.content(TENANT, session.id()).orElseThrow();
    }
}
