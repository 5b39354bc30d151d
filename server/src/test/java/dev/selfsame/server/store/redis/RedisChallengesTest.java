package dev.selfsame.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeState;
import dev.selfsame.server.challenge.ChallengeStore.Saving;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.testing.KeysInMemory;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.SampleChallenges;
import dev.selfsame.server.testing.SampleSessions;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Challenges in a Redis that is away, full, or written to by others. */
final class RedisChallengesTest {

    private static final byte[] VALUE = {'c'};
    private static final byte[] TENANT = {'t'};

    private final Clock clock = Clock.systemUTC();
    private final KeysInMemory keys = new KeysInMemory();
    private final UUID session = UUID.randomUUID();

    @Test
    void everyCallFailsDuringAnOutageAndWorksAfterwards() {
        try (RedisProcess redis = RedisProcess.start();
                RedisChallenges store = open(redis)) {
            Challenge replay = replay();
            redis.stop();

            List<ThrowingCallable> calls =
                    List.of(
                            () -> store.find(session, ChallengeKind.REPLAY),
                            () -> store.ofSessions(List.of(session)),
                            () -> store.save(replay),
                            () -> store.deleted(session));
            for (ThrowingCallable call : calls) {
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(call)
                        .satisfies(e -> assertThat(e.kind()).isEqualTo(ProblemKind.UNAVAILABLE));
            }
            store.clearExpired();

            redis.startAgain();
            Instant deadline = clock.instant().plusSeconds(60);
            while (!saves(store, replay)) {
                assertThat(clock.instant()).isBefore(deadline);
            }
            assertThat(store.find(session, ChallengeKind.REPLAY)).isPresent();
        }
    }

    private static boolean saves(RedisChallenges store, Challenge challenge) {
        try {
            return store.save(challenge) == Saving.SAVED;
        } catch (Problem e) {
            assertThat(e.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            return false;
        }
    }

    @Test
    void aFullRedisRefusesAndKeepsWhatIsThere() {
        try (RedisProcess redis = RedisProcess.start("maxmemory-policy noeviction");
                RedisChallenges store = open(redis)) {
            Challenge replay = replay();
            store.save(replay);
            redis.ask(commands -> commands.configSet("maxmemory", "1"));

            Challenge running = replay.in(new ChallengeState.Running(clock.instant()));
            assertThat(store.save(running)).isEqualTo(Saving.NO_ROOM);
            assertThat(store.find(session, ChallengeKind.REPLAY).orElseThrow().version())
                    .isEqualTo(1);

            redis.ask(commands -> commands.configSet("maxmemory", "0"));
            assertThat(store.save(running)).isEqualTo(Saving.SAVED);
        }
    }

    @Test
    void nothingOfAChallengeIsReadable() {
        try (RedisProcess redis = RedisProcess.start();
                RedisChallenges store = open(redis)) {
            store.save(replay());

            String all =
                    redis
                            .ask(commands -> commands.hgetall(key(ChallengeKind.REPLAY)))
                            .values()
                            .stream()
                            .map(it -> new String(it, StandardCharsets.ISO_8859_1))
                            .reduce("", String::concat);
            assertThat(all).contains("acme").doesNotContain("private-key", "replay-id", "ACTIVE");
        }
    }

    @Test
    void valuesThatAreBrokenOrPutElsewhereAreLeftOut() {
        try (RedisProcess redis = RedisProcess.start();
                RedisChallenges store = open(redis)) {
            store.save(replay());
            byte[] key = key(ChallengeKind.REPLAY);
            byte[] good = redis.ask(commands -> commands.hget(key, VALUE));
            Random random = new Random(7);

            for (int i = 0; i < 50; i++) {
                byte[] broken = good.clone();
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                redis.ask(commands -> commands.hset(key, VALUE, broken));
                assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
            }
            redis.ask(commands -> commands.hset(key, VALUE, new byte[0]));
            assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
            redis.ask(commands -> commands.hset(key, VALUE, good));
            assertThat(store.find(session, ChallengeKind.REPLAY)).isPresent();

            redis.ask(commands -> commands.rename(key, key(ChallengeKind.CAPTURE)));
            assertThat(store.find(session, ChallengeKind.CAPTURE)).isEmpty();
            redis.ask(commands -> commands.rename(key(ChallengeKind.CAPTURE), key));
            redis.ask(
                    commands ->
                            commands.hset(
                                    key, TENANT, "other".getBytes(StandardCharsets.US_ASCII)));
            assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
        }
    }

    @Test
    void theDocumentedRightsAreEnough() {
        String rights =
                "+hget +hmget +hgetall +hset +hsetnx +hexists +hincrby +hkeys +hdel +pexpireat"
                        + " +unlink +eval +evalsha +ping +hello +auth +select +client +info";
        try (RedisProcess redis =
                        RedisProcess.start(
                                "user app on >word resetchannels ~selfsame:bs:* -@all " + rights);
                RedisChallenges store =
                        RedisChallenges.open(
                                "redis://app:word@127.0.0.1:" + redis.port(),
                                keys.vault(),
                                clock)) {
            assertThat(store.save(replay())).isEqualTo(Saving.SAVED);
            assertThat(store.find(session, ChallengeKind.REPLAY)).isPresent();
            store.deleted(session);
            assertThat(store.find(session, ChallengeKind.REPLAY)).isEmpty();
        }
    }

    private Challenge replay() {
        return SampleChallenges.replay(session, clock.instant().plusSeconds(600));
    }

    private byte[] key(ChallengeKind kind) {
        String name = kind == ChallengeKind.REPLAY ? "replay" : "capture";
        return ("selfsame:bs:{" + session + "}:" + name).getBytes(StandardCharsets.US_ASCII);
    }

    private RedisChallenges open(RedisProcess redis) {
        assertThat(SampleSessions.TENANT).isEqualTo("acme");
        return RedisChallenges.open(redis.url(), keys.vault(), clock);
    }
}
