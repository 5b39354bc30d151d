package dev.selfsame.server.admission;

import java.util.Comparator;
import java.util.LinkedHashSet;

/**
 * What one tenant waits for and was served. Guarded by its owner's lock; while it is in a sorted
 * set, nothing that {@link #IN_TURN} looks at may change.
 */
final class TenantShare<W> {

    /**
     * Who was served least comes first; among equals, who holds fewer workers, then who came first.
     */
    static final Comparator<TenantShare<?>> IN_TURN =
            Comparator.<TenantShare<?>>comparingLong(it -> it.turn)
                    .thenComparingInt(it -> it.running)
                    .thenComparingLong(it -> it.arrival);

    final String tenantId;
    final LinkedHashSet<W> queue = new LinkedHashSet<>();
    final ServiceTime serviceTime;

    /** Virtual nanoseconds at which its next piece of work may begin. */
    long turn;

    /** Number of its latest arrival at an empty queue; no two tenants share one. */
    long arrival;

    /** Pieces of work that workers hold. */
    int running;

    TenantShare(String tenantId, ServiceTime serviceTime) {
        this.tenantId = tenantId;
        this.serviceTime = serviceTime;
    }

    int unfinished() {
        return queue.size() + running;
    }

    long queuedNanos() {
        return queue.size() * serviceTime.nanos();
    }
}
