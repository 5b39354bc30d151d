package dev.selfsame.server.admission;

import java.util.Collection;

/**
 * How long one more piece of a tenant's work waits, from what everybody's work took lately: for a
 * worker, for a turn of each tenant that is ahead, and for the tenant's own queue.
 *
 * @param workers all of them, at least 1
 * @param running pieces that they hold
 * @param serviceNanos average of all tenants' pieces
 */
record ExpectedWait(int workers, int running, long serviceNanos) {

    /**
     * Expected nanoseconds.
     *
     * @param tenant whose piece it is
     * @param turn when its next turn is
     * @param all whoever has work, and maybe others
     */
    <W> long nanos(TenantShare<W> tenant, long turn, Collection<TenantShare<W>> all) {
        // why: some worker is free after a part of a piece, on average one in so many
        double ahead = serviceNanos;
        int active = 1;
        for (TenantShare<W> other : all) {
            if (other != tenant && other.unfinished() > 0) {
                active++;
                ahead += aheadOf(turn, other);
            }
        }
        // why: free workers begin the first of the queue at once
        int queued = Math.max(0, tenant.queue.size() - (workers - running));
        double own = (double) queued * tenant.serviceTime.nanos();
        return Math.round(ahead / workers + own / share(tenant, active, all));
    }

    private static long aheadOf(long turn, TenantShare<?> other) {
        if (other.queue.isEmpty() || other.turn > turn) {
            return 0;
        }
        return Math.min(other.queuedNanos(), turn - other.turn + other.serviceTime.nanos());
    }

    /**
     * The workers that the tenant may count on: what is left where each of the others has as many
     * as it has work for, and no more than an equal share. Others are taken to ask for more when
     * they have been served, as clients do.
     */
    private <W> double share(TenantShare<W> tenant, int active, Collection<TenantShare<W>> all) {
        double equal = (double) workers / active;
        double left = workers;
        for (TenantShare<W> other : all) {
            if (other != tenant) {
                left -= Math.min(equal, other.unfinished());
            }
        }
        return left;
    }
}
