package dev.selfsame.server.store;

import dev.selfsame.server.biosession.BioSessionOptions;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.store.memory.MemoryBioSessions;
import dev.selfsame.server.store.memory.MemoryChallenges;
import dev.selfsame.server.store.redis.RedisBioSessions;
import dev.selfsame.server.store.redis.RedisChallenges;
import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Chooses between stores that keep the same. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    BioSessionStore bioSessionStore(BioSessionOptions options, Vault vault, Clock clock) {
        String redis = options.redisUrl();
        return redis == null
                ? new MemoryBioSessions(options.memoryEntries(), clock)
                : RedisBioSessions.open(redis, vault, clock);
    }

    @Bean
    ChallengeStore challengeStore(BioSessionOptions options, Vault vault, Clock clock) {
        String redis = options.redisUrl();
        return redis == null
                ? new MemoryChallenges(options.memoryEntries(), clock)
                : RedisChallenges.open(redis, vault, clock);
    }
}
