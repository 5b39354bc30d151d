package dev.selfsame.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.trial.RedisTrial.Findings;
import dev.selfsame.server.trial.Replies.Kind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A Redis that goes away and comes back, and the small form of {@code bench/run OverloadedRedis}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverloadedRedisTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private RedisProcess redis;
    private RunningServer server;
    private SessionApi api;

    @BeforeAll
    void start(@TempDir Path folder) {
        // why no fsync: what ends here is a process, which takes nothing written with it, and a
        // slow
        // disk is not what is tried
        redis = RedisProcess.start("appendonly yes", "appendfsync no", "dir " + folder);
        server =
                RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "selfsame.biosession.redis-url",
                                redis.url(),
                                "selfsame.admission.workers",
                                "1",
                                "selfsame.admission.max-wait",
                                "100ms"));
        api = new SessionApi(server.address(), server.apiKey());
    }

    @AfterAll
    void stop() {
        api.close();
        server.close();
        redis.close();
    }

    @Test
    void nothingAcknowledgedIsLostWhenRedisDiesUnderOverload() throws Exception {
        RedisTrial trial =
                new RedisTrial(4, 3, 1, Duration.ofMillis(1500), Duration.ofMillis(1000), PATIENCE);

        Findings findings = trial.run(api, redis, Faces.anna(), Faces.annaAgain());

        Replies replies = findings.replies();
        assertThat(replies.violations()).isEmpty();
        assertThat(replies.of(Kind.MATCH, false, 200)).isPositive();
        assertThat(replies.of(Kind.MATCH, false, 429) + replies.of(Kind.MATCH, true, 429))
                .isPositive();
        assertThat(replies.of(Kind.SESSION, true, 503)).isPositive();
        assertThat(findings.sessions()).isPositive();
        assertThat(findings.faces()).isPositive();
    }

    @Test
    void requestsAreRefusedWhileRedisIsAwayAndServedAfterwards() throws Exception {
        String session = api.open(LIFE).location();

        redis.stop();
        Reply refused = api.open(LIFE);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("the store of sessions does not answer");
        assertThat(api.get(session).status()).isEqualTo(503);
        assertThat(api.delete(session).status()).isEqualTo(503);
        assertThat(api.get("/bioserver-app/v2/capabilities").status()).isEqualTo(200);

        redis.startAgain();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!api.get(session).isDone()) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        // why again and again: on a busy machine a call may find Redis too slow, and be done or not
        Reply deleted = api.delete(session);
        while (deleted.status() == 503) {
            assertThat(Instant.now()).as(deleted.body()).isBefore(deadline);
            deleted = api.delete(session);
        }
        assertThat(deleted.status()).as(deleted.body()).isIn(204, 404);
    }
}
