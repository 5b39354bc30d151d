package dev.selfsame.server.store;

import static dev.selfsame.server.testing.SampleSessions.OTHER_TENANT;
import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.bareFace;
import static dev.selfsame.server.testing.SampleSessions.bareSession;
import static dev.selfsame.server.testing.SampleSessions.face;
import static dev.selfsame.server.testing.SampleSessions.match;
import static dev.selfsame.server.testing.SampleSessions.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.BioSessionStore.Addition;
import dev.selfsame.server.biosession.BioSessionStore.Ending;
import dev.selfsame.server.biosession.BioSessionStore.Removal;
import dev.selfsame.server.biosession.OpenSession;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.RedisExtension;
import dev.selfsame.server.testing.RedisProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What every store of sessions does. */
@ParameterizedClass
@EnumSource(StoreKind.class)
@ExtendWith(RedisExtension.class)
final class BioSessionStoreTest {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final int LIMIT = 5;

    private final StoreKind kind;
    private final RedisProcess redis;
    // why now: Redis has a clock of its own
    private final ManualClock clock = new ManualClock(Instant.now());
    private OpenedStore opened;
    private BioSessionStore store;

    BioSessionStoreTest(StoreKind kind, RedisProcess redis) {
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

    @Test
    void whatWasAddedIsFoundAsItWas() {
        BioSession session = session(clock.instant(), LIFE);
        BioSession bare = bareSession(clock.instant(), LIFE);
        SessionFace face = face(clock.instant(), 1);
        SessionFace bareFace = bareFace(clock.instant(), 2);

        assertThat(store.add(session)).isTrue();
        assertThat(store.add(bare)).isTrue();
        assertThat(add(session, face)).isEqualTo(Addition.ADDED);
        assertThat(add(session, bareFace)).isEqualTo(Addition.ADDED);
        List<SessionMatch> matches =
                List.of(
                        match(face, bareFace, 1e-17, clock.instant()),
                        match(bareFace, face, 0.123456789, clock.instant()));
        store.addMatches(TENANT, session.id(), matches);

        assertThat(store.find(TENANT, session.id())).contains(session);
        assertThat(store.find(TENANT, bare.id())).contains(bare);
        assertThat(content(session).session()).isEqualTo(session);
        assertThat(content(session).faces())
                .usingRecursiveComparison()
                .isEqualTo(List.of(face, bareFace));
        assertThat(matches(session)).containsExactlyInAnyOrderElementsOf(matches);
        assertThat(content(bare).faces()).isEmpty();
    }

    @Test
    void whatNeverWasIsNotThere() {
        UUID unknown = UUID.randomUUID();

        assertNothingIsThere(TENANT, unknown);
    }

    @Test
    void aSessionEndsWithItsMillisecond() {
        BioSession session = opened();
        SessionFace face = added(session, 1);
        SessionFace other = added(session, 3);
        SessionMatch match = match(face, other, 0.5, clock.instant());
        store.addMatches(TENANT, session.id(), List.of(match));

        clock.pass(LIFE.minus(MILLISECOND));
        assertThat(store.matches(TENANT, session.id(), face.id(), List.of(other.id())))
                .containsExactly(match);
        assertThat(store.find(TENANT, session.id())).contains(session);
        assertThat(content(session).faces()).hasSize(2);
        assertThat(add(session, face(clock.instant(), 2))).isEqualTo(Addition.ADDED);

        clock.pass(MILLISECOND);
        assertNothingIsThere(TENANT, session.id());
        assertThat(store.deleteFace(TENANT, session.id(), face.id())).isEqualTo(Removal.NO_SESSION);
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        BioSession session = opened();
        SessionFace face = added(session, 1);
        store.hold(TENANT, session.id(), session.expires());

        assertNothingIsThere(OTHER_TENANT, session.id());
        assertThat(store.deleteFace(OTHER_TENANT, session.id(), face.id()))
                .isEqualTo(Removal.NO_SESSION);
        store.release(OTHER_TENANT, session.id());

        assertThat(content(session).faces()).hasSize(1);
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.HELD);
    }

    @Test
    void facesComeOldestFirst() {
        BioSession session = opened();
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            added.add(added(session, i).id());
        }
        store.deleteFace(TENANT, session.id(), added.remove(1));
        added.add(added(session, LIMIT).id());

        assertThat(ids(content(session))).isEqualTo(added);
    }

    @Test
    void aSessionTakesFacesUpToTheLimit() {
        BioSession session = opened();
        List<SessionFace> faces = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            faces.add(added(session, i));
        }

        SessionFace further = face(clock.instant(), LIMIT);
        assertThat(add(session, further)).isEqualTo(Addition.TOO_MANY_FACES);
        assertThat(content(session).face(further.id())).isEmpty();

        store.deleteFace(TENANT, session.id(), faces.getFirst().id());
        assertThat(add(session, further)).isEqualTo(Addition.ADDED);
        assertThat(add(session, face(clock.instant(), 99))).isEqualTo(Addition.TOO_MANY_FACES);

        store.deleteFaces(TENANT, session.id());
        for (int i = 0; i < LIMIT; i++) {
            added(session, i);
        }
        assertThat(add(session, further)).isEqualTo(Addition.TOO_MANY_FACES);
    }

    @Test
    void aMatchIsKeptOnceAndOnlyOfFacesThatAreThere() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        SessionFace stranger = face(clock.instant(), 3);
        SessionMatch first = match(one, two, 0.25, clock.instant());

        store.addMatches(TENANT, session.id(), List.of(first));
        store.addMatches(
                TENANT,
                session.id(),
                List.of(
                        match(one, two, 0.5, clock.instant()),
                        match(one, stranger, 0.5, clock.instant()),
                        match(stranger, one, 0.5, clock.instant())));
        store.addMatches(TENANT, session.id(), List.of());

        assertThat(matches(session)).containsExactly(first);
        assertThat(store.matches(TENANT, session.id(), one.id(), List.of())).isEmpty();
        assertThat(store.matches(TENANT, session.id(), one.id(), List.of(stranger.id()))).isEmpty();
    }

    @Test
    void aDeletedFaceTakesItsMatchesAlong() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        SessionFace three = added(session, 3);
        SessionMatch kept = match(two, three, 0.5, clock.instant());
        store.addMatches(
                TENANT,
                session.id(),
                List.of(
                        match(one, two, 0.5, clock.instant()),
                        match(two, one, 0.5, clock.instant()),
                        match(three, one, 0.5, clock.instant()),
                        kept));

        assertThat(store.deleteFace(TENANT, session.id(), one.id())).isEqualTo(Removal.REMOVED);

        assertThat(ids(content(session))).containsExactly(two.id(), three.id());
        assertThat(matches(session)).containsExactly(kept);
        assertThat(store.deleteFace(TENANT, session.id(), one.id())).isEqualTo(Removal.NO_FACE);
    }

    @Test
    void deletingAllFacesLeavesTheSession() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        store.addMatches(TENANT, session.id(), List.of(match(one, two, 0.5, clock.instant())));
        store.hold(TENANT, session.id(), session.expires());

        assertThat(store.deleteFaces(TENANT, session.id())).isEqualTo(Removal.REMOVED);

        assertThat(content(session).faces()).isEmpty();
        assertThat(matches(session)).isEmpty();
        assertThat(store.find(TENANT, session.id())).contains(session);
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.HELD);
        assertThat(store.deleteFaces(TENANT, session.id())).isEqualTo(Removal.REMOVED);
    }

    @Test
    void nothingIsLeftOfADeletedSession() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        store.addMatches(TENANT, session.id(), List.of(match(one, two, 0.5, clock.instant())));

        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.DELETED);

        assertNothingIsThere(TENANT, session.id());
        assertThat(opened.things().getAsLong()).isZero();
    }

    @Test
    void aHeldSessionIsNotDeletedUntilItIsReleased() {
        BioSession session = opened();

        assertThat(store.hold(TENANT, session.id(), session.expires())).isTrue();
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.HELD);
        assertThat(store.find(TENANT, session.id())).isPresent();

        store.release(TENANT, session.id());
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.DELETED);
    }

    @Test
    void aHoldEndsByItself() {
        BioSession session = opened();
        store.hold(TENANT, session.id(), clock.instant().plusSeconds(10));

        clock.pass(Duration.ofSeconds(10).minus(MILLISECOND));
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.HELD);

        clock.pass(MILLISECOND);
        assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.DELETED);
    }

    @Test
    void aHeldSessionExpiresAsAnyOther() {
        BioSession session = opened();
        store.hold(TENANT, session.id(), session.expires().plusSeconds(60));

        clock.pass(LIFE);

        assertNothingIsThere(TENANT, session.id());
    }

    @Test
    void clearingAwayLeavesWhatIsOpen() {
        BioSession early = bareSession(clock.instant(), Duration.ofSeconds(10));
        store.add(early);
        BioSession late = opened();

        clock.pass(Duration.ofSeconds(10));
        store.clearExpired();

        assertThat(store.find(TENANT, early.id())).isEmpty();
        assertThat(store.find(TENANT, late.id())).isPresent();
    }

    @Test
    void openSessionsAreCountedByTenant() {
        BioSession deleted = opened();
        opened();
        store.add(bareSession(clock.instant(), Duration.ofSeconds(10)));
        store.add(of(OTHER_TENANT, LIFE));
        store.delete(TENANT, deleted.id());

        assertThat(store.count(List.of(TENANT, OTHER_TENANT, "nobody")))
                .isEqualTo(Map.of(TENANT, 2L, OTHER_TENANT, 1L, "nobody", 0L));
        assertThat(store.count(List.of())).isEmpty();

        clock.pass(Duration.ofSeconds(10));
        assertThat(store.count(List.of(TENANT))).isEqualTo(Map.of(TENANT, 1L));
    }

    @Test
    void openSessionsAreListedThoseFirstThatEndLast() {
        BioSession middle = opened();
        added(middle, 1);
        added(middle, 2);
        BioSession last = of(TENANT, LIFE.plusSeconds(1));
        BioSession first = of(TENANT, LIFE.minusSeconds(1));
        store.add(last);
        store.add(first);
        store.add(of(OTHER_TENANT, LIFE));

        assertThat(store.open(TENANT, 100))
                .containsExactly(
                        new OpenSession(last, 0),
                        new OpenSession(middle, 2),
                        new OpenSession(first, 0));
        assertThat(store.open(TENANT, 2))
                .extracting(OpenSession::session)
                .containsExactly(last, middle);
        assertThat(store.open("nobody", 100)).isEmpty();

        store.deleteFaces(TENANT, middle.id());
        store.delete(TENANT, last.id());
        assertThat(store.open(TENANT, 2))
                .containsExactly(new OpenSession(middle, 0), new OpenSession(first, 0));

        clock.pass(LIFE);
        assertThat(store.open(TENANT, 100)).isEmpty();
    }

    private BioSession of(String tenant, Duration life) {
        BioSession bare = bareSession(clock.instant(), life);
        return new BioSession(
                bare.id(), tenant, null, null, false, null, bare.created(), bare.expires());
    }

    private BioSession opened() {
        BioSession session = session(clock.instant(), LIFE);
        assertThat(store.add(session)).isTrue();
        return session;
    }

    private SessionFace added(BioSession session, int seed) {
        SessionFace face = face(clock.instant(), seed);
        assertThat(add(session, face)).isEqualTo(Addition.ADDED);
        return face;
    }

    private Addition add(BioSession session, SessionFace face) {
        return store.addFace(TENANT, session.id(), face, LIMIT);
    }

    private SessionContent content(BioSession session) {
        return store.content(TENANT, session.id()).orElseThrow();
    }

    /** All matches of the faces that are there. */
    private List<SessionMatch> matches(BioSession session) {
        List<UUID> ids = ids(content(session));
        return ids.stream()
                .flatMap(id -> store.matches(TENANT, session.id(), id, ids).stream())
                .toList();
    }

    private static List<UUID> ids(SessionContent content) {
        return content.faces().stream().map(SessionFace::id).toList();
    }

    private void assertNothingIsThere(String tenant, UUID session) {
        Instant now = clock.instant();
        assertThat(store.find(tenant, session)).isEmpty();
        assertThat(store.content(tenant, session)).isEmpty();
        assertThat(store.addFace(tenant, session, face(now, 9), LIMIT))
                .isEqualTo(Addition.NO_SESSION);
        store.addMatches(tenant, session, List.of(match(face(now, 1), face(now, 2), 0.5, now)));
        assertThat(store.deleteFace(tenant, session, UUID.randomUUID()))
                .isEqualTo(Removal.NO_SESSION);
        assertThat(store.deleteFaces(tenant, session)).isEqualTo(Removal.NO_SESSION);
        assertThat(store.hold(tenant, session, now.plusSeconds(9))).isFalse();
        assertThat(store.delete(tenant, session)).isEqualTo(Ending.NO_SESSION);
    }
}
