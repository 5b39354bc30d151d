package dev.selfsame.server.store.redis;

import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.face;
import static dev.selfsame.server.testing.SampleSessions.match;
import static dev.selfsame.server.testing.SampleSessions.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore.Addition;
import dev.selfsame.server.biosession.BioSessionStore.Ending;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.testing.KeysInMemory;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.SilentRelay;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A Redis that goes away, hangs, is full, or lets nobody in. */
final class RedisOutageTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LIMIT = 10;

    @TempDir private Path folder;

    private final Clock clock = Clock.systemUTC();
    private final KeysInMemory keys = new KeysInMemory();

    @Test
    void everyCallFailsDuringAnOutageAndWorksAfterwards() {
        try (RedisProcess redis =
                        RedisProcess.start("appendonly yes", "appendfsync no", "dir " + folder);
                RedisBioSessions store = open(redis.url())) {
            BioSession session = session(clock.instant(), LIFE);
            store.add(session);
            SessionFace face = face(clock.instant(), 1);
            store.addFace(TENANT, session.id(), face, LIMIT);
            ListAppender<ILoggingEvent> log = logOf(RedisLink.class);

            redis.stop();
            for (ThrowingCallable call : everyCall(store, session)) {
                assertUnavailable(call);
            }
            store.clearExpired();
            redis.startAgain();
            awaitAnswers(store, session.id());

            assertThat(store.find(TENANT, session.id())).contains(session);
            assertThat(store.content(TENANT, session.id()).orElseThrow().faces())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(face));
            assertThat(store.addFace(TENANT, session.id(), face(clock.instant(), 2), LIMIT))
                    .isEqualTo(Addition.ADDED);
            assertThat(log.list.stream().filter(it -> it.getLevel() == Level.WARN)).hasSize(1);
            assertThat(log.list.getLast().getFormattedMessage()).endsWith("answers again");
        }
    }

    @Test
    void aRedisThatHangsFailsCallsAndIsUsedAgainWhenItAnswers() {
        try (RedisProcess redis = RedisProcess.start();
                RedisBioSessions store = open(redis.url())) {
            BioSession session = session(clock.instant(), LIFE);
            store.add(session);

            try (SilentRelay relay = SilentRelay.to(redis.port());
                    RedisBioSessions far = open(relay.url())) {
                relay.swallowEverything();
                assertUnavailable(() -> far.find(TENANT, session.id()));

                // why: no end of the connection was ever told, as when a machine loses its power
                relay.letNewConnectionsThrough();
                far.clearExpired();

                assertThat(far.find(TENANT, session.id())).contains(session);
            }
        }
    }

    @Test
    void whatWasOnItsWayWhenTheConnectionBrokeIsNotDoneTwice() throws Exception {
        try (RedisProcess redis = RedisProcess.start();
                RedisBioSessions near = open(redis.url());
                SilentRelay relay = SilentRelay.to(redis.port());
                RedisBioSessions far = open(relay.url());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            BioSession session = session(clock.instant(), LIFE);
            near.add(session);
            SessionFace face = face(clock.instant(), 1);
            far.addFace(TENANT, session.id(), face(clock.instant(), 2), 3);

            relay.swallowAnswers();
            Future<?> adding =
                    threads.submit(
                            () ->
                                    assertUnavailable(
                                            () -> far.addFace(TENANT, session.id(), face, 3)));
            Instant deadline = clock.instant().plusSeconds(60);
            while (near.content(TENANT, session.id()).orElseThrow().face(face.id()).isEmpty()) {
                assertThat(clock.instant()).isBefore(deadline);
            }
            relay.cut();
            adding.get();
            awaitAnswers(far, session.id());

            assertThat(near.content(TENANT, session.id()).orElseThrow().faces()).hasSize(2);
            assertThat(far.addFace(TENANT, session.id(), face(clock.instant(), 3), 3))
                    .isEqualTo(Addition.ADDED);
        }
    }

    @Test
    void scriptsThatRedisHasForgottenAreTaughtAgain() {
        try (RedisProcess redis = RedisProcess.start();
                RedisBioSessions store = open(redis.url())) {
            BioSession session = session(clock.instant(), LIFE);
            store.add(session);
            redis.ask(commands -> commands.scriptFlush());

            assertThat(store.addFace(TENANT, session.id(), face(clock.instant(), 1), LIMIT))
                    .isEqualTo(Addition.ADDED);
            assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.DELETED);
        }
    }

    @Test
    void aFullRedisRefusesWhatIsNewAndLosesNothing() {
        try (RedisProcess redis = RedisProcess.start("maxmemory-policy noeviction");
                RedisBioSessions store = open(redis.url())) {
            BioSession session = session(clock.instant(), LIFE);
            SessionFace one = face(clock.instant(), 1);
            SessionFace two = face(clock.instant(), 2);
            store.add(session);
            store.addFace(TENANT, session.id(), one, LIMIT);
            store.addFace(TENANT, session.id(), two, LIMIT);

            redis.ask(commands -> commands.configSet("maxmemory", "1"));

            assertThat(store.add(session(clock.instant(), LIFE))).isFalse();
            assertThat(store.addFace(TENANT, session.id(), face(clock.instant(), 3), LIMIT))
                    .isEqualTo(Addition.NO_ROOM);
            store.addMatches(TENANT, session.id(), List.of(match(one, two, 0.5, clock.instant())));
            assertUnavailable(() -> store.hold(TENANT, session.id(), session.expires()));
            store.deleteFace(TENANT, session.id(), one.id());
            assertThat(store.content(TENANT, session.id()).orElseThrow().faces()).hasSize(1);
            assertThat(store.matches(TENANT, session.id(), two.id(), List.of(one.id()))).isEmpty();

            redis.ask(commands -> commands.configSet("maxmemory", "0"));

            assertThat(store.addFace(TENANT, session.id(), face(clock.instant(), 4), LIMIT))
                    .isEqualTo(Addition.ADDED);
            assertThat(store.add(session(clock.instant(), LIFE))).isTrue();
        }
    }

    @Test
    void userAndPasswordOfTheAddressAreUsedAndNeverRepeated() {
        try (RedisProcess redis =
                RedisProcess.start(
                        "user hush-user on >hush:p@ss ~* &* +@all", "user default off")) {
            String place = "127.0.0.1:" + redis.port();

            try (RedisBioSessions store = open("redis://hush-user:hush%3Ap%40ss@" + place)) {
                assertThat(store.add(session(clock.instant(), LIFE))).isTrue();
            }

            assertRefused("redis://hush-user:hush-wrong@" + place, "WRONGPASS");
            assertRefused("redis://:hush-wrong@" + place, "WRONGPASS");
            assertRefused("redis://" + place, "NOAUTH");
        }
    }

    @Test
    void theDocumentedRightsAreEnough() {
        String rights =
                "+hget +hmget +hgetall +hset +hsetnx +hexists +hincrby +hkeys +hdel +pexpireat"
                        + " +unlink +zadd +zrem +zremrangebyscore +zrevrange +zrevrangebyscore"
                        + " +zcount +eval +evalsha +ping +hello +auth +select +client +info";
        try (RedisProcess redis =
                        RedisProcess.start(
                                "user app on >word resetchannels ~selfsame:bs:* -@all " + rights);
                RedisBioSessions store =
                        open("redis://app:word@127.0.0.1:" + redis.port() + "/3")) {
            BioSession session = session(clock.instant(), LIFE);

            for (ThrowingCallable call : everyCall(store, session)) {
                assertThatNoException().isThrownBy(call);
            }
            assertThat(store.add(session)).isTrue();
            for (ThrowingCallable call : everyCall(store, session)) {
                assertThatNoException().isThrownBy(call);
            }
        }
    }

    @Test
    void whoMayNotListSessionsCanHaveThem() {
        String rights =
                "+hget +hmget +hgetall +hset +hsetnx +hexists +hincrby +hkeys +hdel +pexpireat"
                        + " +unlink +eval +evalsha +ping +hello +auth +select +client +info";
        try (RedisProcess redis =
                        RedisProcess.start(
                                "user app on >word resetchannels ~selfsame:bs:* -@all " + rights);
                RedisBioSessions store = open("redis://app:word@127.0.0.1:" + redis.port())) {
            BioSession session = session(clock.instant(), LIFE);

            assertThat(store.add(session)).isTrue();
            assertThat(store.find(TENANT, session.id())).isPresent();
            assertUnavailable(() -> store.count(List.of(TENANT)));
            assertUnavailable(() -> store.open(TENANT, 1));
            assertThat(store.delete(TENANT, session.id())).isEqualTo(Ending.DELETED);
        }
    }

    @Test
    void whatItsUserMayNotDoIsToldWithoutItsName() {
        try (RedisProcess redis =
                RedisProcess.start("user hush-user on >hush-word ~* &* +@all -evalsha")) {
            ListAppender<ILoggingEvent> log = logOf(RedisLink.class);

            try (RedisBioSessions store =
                    open("redis://hush-user:hush-word@127.0.0.1:" + redis.port())) {
                assertUnavailable(() -> store.add(session(clock.instant(), LIFE)));
            }

            assertThat(log.list).hasSize(1);
            assertThat(log.list.getFirst().getFormattedMessage())
                    .contains("NOPERM")
                    .doesNotContain("hush");
        }
    }

    @Test
    void aRedisThatIsNotThereStopsTheStart() {
        RedisProcess redis = RedisProcess.start();
        redis.close();

        assertRefused(redis.url(), "127.0.0.1:" + redis.port());
    }

    private void assertRefused(String url, String why) {
        assertThatExceptionOfType(UnusableRedisException.class)
                .isThrownBy(() -> open(url).close())
                .withMessageContaining("sessions cannot be kept in redis://127.0.0.1:")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush", "\n"));
    }

    private List<ThrowingCallable> everyCall(RedisBioSessions store, BioSession session) {
        UUID id = session.id();
        SessionFace face = face(clock.instant(), 3);
        return List.of(
                () -> store.add(session(clock.instant(), LIFE)),
                () -> store.find(TENANT, id),
                () -> store.content(TENANT, id),
                () -> store.addFace(TENANT, id, face, LIMIT),
                () ->
                        store.addMatches(
                                TENANT, id, List.of(match(face, face, 0.5, clock.instant()))),
                () -> store.matches(TENANT, id, face.id(), List.of(face.id())),
                () -> store.deleteFace(TENANT, id, face.id()),
                () -> store.deleteFaces(TENANT, id),
                () -> store.delete(TENANT, id),
                () -> store.count(List.of(TENANT)),
                () -> store.open(TENANT, 5),
                () -> store.hold(TENANT, id, session.expires()),
                () -> store.release(TENANT, id));
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE));
    }

    private void awaitAnswers(RedisBioSessions store, UUID session) {
        Instant deadline = clock.instant().plusSeconds(60);
        while (!answers(store, session)) {
            assertThat(clock.instant()).isBefore(deadline);
        }
    }

    private static boolean answers(RedisBioSessions store, UUID session) {
        try {
            return store.find(TENANT, session).isPresent();
        } catch (Problem _) {
            return false;
        }
    }

    private RedisBioSessions open(String url) {
        return RedisBioSessions.open(url, keys.vault(), clock);
    }

    private static ListAppender<ILoggingEvent> logOf(Class<?> type) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        return lines;
    }
}
