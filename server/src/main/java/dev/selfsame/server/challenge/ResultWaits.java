package dev.selfsame.server.challenge;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets requests wait for a result. What this server decides wakes them at once; what another one
 * decides is looked for four times a second.
 */
final class ResultWaits {

    private static final long LOOK_MILLIS = 250;

    private final Map<UUID, Semaphore> waiting = new ConcurrentHashMap<>();
    private final Duration longest;

    /** A wait of at most so long. */
    ResultWaits(Duration longest) {
        this.longest = longest;
    }

    /** Looks until it is as wanted or it takes too long, and gives what was seen last. */
    <T> T await(UUID sessionId, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + longest.toNanos();
        Semaphore bell = waiting.computeIfAbsent(sessionId, _ -> new Semaphore(0));
        try {
            T seen = look.get();
            while (!wanted.test(seen) && System.nanoTime() < end) {
                var _ = bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                seen = look.get();
            }
            return seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemKind.UNAVAILABLE, "the server is stopping", e);
        } finally {
            waiting.remove(sessionId, bell);
        }
    }

    /** Wakes those who wait for this session. */
    void changed(UUID sessionId) {
        Semaphore bell = waiting.get(sessionId);
        if (bell != null) {
            bell.release(bell.getQueueLength() + 1);
        }
    }
}
