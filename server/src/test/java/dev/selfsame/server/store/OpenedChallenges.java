package dev.selfsame.server.store;

import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.store.memory.MemoryChallenges;
import dev.selfsame.server.store.redis.RedisChallenges;
import dev.selfsame.server.testing.KeysInMemory;
import dev.selfsame.server.testing.RedisProcess;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * A store of a kind, empty at first.
 *
 * @param things how much is in it, expired or not: 0 if nothing is left of anything
 */
record OpenedChallenges(ChallengeStore store, LongSupplier things, Runnable closing)
        implements AutoCloseable {

    static OpenedChallenges of(StoreKind kind, RedisProcess redis, Clock clock) {
        return switch (kind) {
            case MEMORY -> {
                MemoryChallenges memory = new MemoryChallenges(1000, clock);
                yield new OpenedChallenges(memory, memory::size, () -> {});
            }
            case REDIS -> {
                redis.ask(commands -> commands.flushall());
                RedisChallenges challenges =
                        RedisChallenges.open(redis.url(), new KeysInMemory().vault(), clock);
                yield new OpenedChallenges(
                        challenges,
                        () -> redis.ask(commands -> commands.dbsize()),
                        challenges::close);
            }
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
