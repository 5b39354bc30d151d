package dev.selfsame.server.challenge;

import dev.selfsame.server.problem.Problem;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many captures this server carries at once. */
final class CaptureSlots {

    // why: about the time that a capture takes
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byTenant = new ConcurrentHashMap<>();

    CaptureSlots(int most) {
        this.most = most;
    }

    /**
     * Takes one.
     *
     * @param tenantId whose capture it is
     * @throws Problem {@code BUSY} if there is none
     */
    void take(String tenantId) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw Problem.busy(RETRY);
        }
        byTenant.merge(tenantId, 1, Integer::sum);
    }

    void free(String tenantId) {
        byTenant.computeIfPresent(tenantId, (_, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    /**
     * Refuses what {@link #take} would refuse now.
     *
     * @throws Problem {@code BUSY}
     */
    void check() {
        if (taken.get() >= most) {
            throw Problem.busy(RETRY);
        }
    }

    int taken() {
        return taken.get();
    }

    int taken(String tenantId) {
        return byTenant.getOrDefault(tenantId, 0);
    }
}
