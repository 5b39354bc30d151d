package dev.selfsame.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RedisProcess;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvictionWarningTest {

    @ParameterizedTest
    @CsvSource({
        "0, noeviction, false",
        "0, allkeys-lru, false",
        "100mb, noeviction, false",
        "100mb, volatile-ttl, true"
    })
    void isDueWhereSessionsMayBeThrownAway(String memory, String policy, boolean due) {
        try (RedisProcess redis =
                RedisProcess.start("maxmemory " + memory, "maxmemory-policy " + policy)) {
            String said = redis.ask(commands -> commands.info("memory"));

            assertThat(EvictionWarning.isDue(said)).isEqualTo(due);
        }
    }
}
