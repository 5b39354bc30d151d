package dev.selfsame.server.store;

import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.store.memory.MemoryBioSessions;
import dev.selfsame.server.store.redis.RedisBioSessions;
import dev.selfsame.server.testing.KeysInMemory;
import dev.selfsame.server.testing.RedisProcess;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * A store of a kind, empty at first.
 *
 * @param things how much is in it, expired or not: 0 if nothing is left of anything
 */
record OpenedStore(BioSessionStore store, LongSupplier things, Runnable closing)
        implements AutoCloseable {

    static final int MEMORY_ENTRIES = 100_000;

    static OpenedStore of(StoreKind kind, RedisProcess redis, Clock clock) {
        return switch (kind) {
            case MEMORY -> {
                MemoryBioSessions memory = new MemoryBioSessions(MEMORY_ENTRIES, clock);
                yield new OpenedStore(memory, () -> memory.size() + memory.entries(), () -> {});
            }
            case REDIS -> {
                redis.ask(commands -> commands.flushall());
                RedisBioSessions sessions =
                        RedisBioSessions.open(redis.url(), new KeysInMemory().vault(), clock);
                yield new OpenedStore(
                        sessions, () -> redis.ask(commands -> commands.dbsize()), sessions::close);
            }
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
