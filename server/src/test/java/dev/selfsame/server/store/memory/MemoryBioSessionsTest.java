package dev.selfsame.server.store.memory;

import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.bareFace;
import static dev.selfsame.server.testing.SampleSessions.bareSession;
import static dev.selfsame.server.testing.SampleSessions.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore.Addition;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.Together;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What a store with a bound does when it is full. */
final class MemoryBioSessionsTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ManualClock clock = new ManualClock();

    @Test
    void refusesWhatItHasNoRoomFor() {
        MemoryBioSessions store = new MemoryBioSessions(3, clock);
        BioSession session = session();
        store.add(session);
        SessionFace one = face(1);
        SessionFace two = face(2);

        assertThat(add(store, session, one)).isEqualTo(Addition.ADDED);
        assertThat(add(store, session, two)).isEqualTo(Addition.ADDED);
        assertThat(add(store, session, face(3))).isEqualTo(Addition.NO_ROOM);
        assertThat(store.add(session())).isFalse();
        store.addMatches(TENANT, session.id(), List.of(match(one, two, 0.5, clock.instant())));

        assertThat(store.matches(TENANT, session.id(), one.id(), List.of(two.id()))).isEmpty();
        assertThat(store.entries()).isEqualTo(3);
    }

    @Test
    void nothingButItsEndMakesRoomForAnother() {
        MemoryBioSessions store = new MemoryBioSessions(1, clock);
        store.add(session());

        clock.pass(LIFE.minusMillis(1));
        store.clearExpired();
        assertThat(store.add(session())).isFalse();

        clock.pass(Duration.ofMillis(1));
        store.clearExpired();
        assertThat(store.add(session())).isTrue();
    }

    @Test
    void whatIsDeletedMakesRoom() {
        MemoryBioSessions store = new MemoryBioSessions(4, clock);
        BioSession session = session();
        store.add(session);
        SessionFace one = face(1);
        SessionFace two = face(2);
        add(store, session, one);
        add(store, session, two);
        store.addMatches(TENANT, session.id(), List.of(match(one, two, 0.5, clock.instant())));

        store.deleteFace(TENANT, session.id(), one.id());
        assertThat(store.entries()).isEqualTo(2);
        store.deleteFaces(TENANT, session.id());
        assertThat(store.entries()).isEqualTo(1);
        store.delete(TENANT, session.id());
        assertThat(store.entries()).isZero();
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() {
        MemoryBioSessions store = new MemoryBioSessions(100, clock);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(
                    () -> {
                        int added = 0;
                        for (int n = 0; n < 50; n++) {
                            added += store.add(session()) ? 1 : 0;
                        }
                        return added;
                    });
        }

        assertThat(Together.all(clients).stream().mapToInt(it -> it).sum()).isEqualTo(100);
        assertThat(store.size()).isEqualTo(100);
        assertThat(store.entries()).isEqualTo(100);
    }

    private BioSession session() {
        return bareSession(clock.instant(), LIFE);
    }

    private SessionFace face(int seed) {
        return bareFace(clock.instant(), seed);
    }

    private static Addition add(MemoryBioSessions store, BioSession session, SessionFace face) {
        return store.addFace(TENANT, session.id(), face, 100);
    }
}
