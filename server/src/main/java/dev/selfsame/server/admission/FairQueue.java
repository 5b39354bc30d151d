package dev.selfsame.server.admission;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Work of many tenants, each with a queue of its own; the tenant whose work had least of the
 * workers' time so far goes next. Not safe for threads: its owner holds a lock.
 *
 * <p>Source: start-time fair queueing (P. Goyal, H. M. Vin, H. Cheng, IEEE/ACM Transactions on
 * Networking 5(5), 1997), with several workers as in SFQ(D) (W. Jin, J. S. Chase, J. Kaur,
 * SIGMETRICS 2004). A piece begins at the virtual time at which its tenant's last one ended, or now
 * if that is past; now is where the piece that was begun last began. What a piece costs is known
 * only at its end: it is charged as its tenant's average when it begins, corrected when it is done.
 *
 * <p>A tenant is remembered while it has work here, and after that for as long as it was served
 * more than its share. When no work is left, nobody is remembered.
 */
final class FairQueue<W> {

    // why a bound: a stream of ever new tenants stops virtual time; see the decision record
    private static final int MOST_DEBTORS = 1024;

    private final int workers;
    private final ServiceTime serviceTime = ServiceTime.unknown();
    private final Map<String, TenantShare<W>> shares = new HashMap<>();
    private final TreeSet<TenantShare<W>> waiting = new TreeSet<>(TenantShare.IN_TURN);
    private final TreeSet<TenantShare<W>> debtors = new TreeSet<>(TenantShare.IN_TURN);
    private long latestTurn;
    // why 1: none in a sorted set may equal one that has not arrived
    private long arrivals = 1;
    private int queued;
    private int running;

    FairQueue(int workers) {
        this.workers = workers;
    }

    /**
     * A piece of work in a worker's hands.
     *
     * @param chargedNanos what its tenant was charged for it so far
     */
    record Begun<W>(TenantShare<W> share, W work, long chargedNanos) {}

    /** Appends to the tenant's queue. */
    void add(String tenantId, W work) {
        TenantShare<W> share = shares.get(tenantId);
        if (share == null) {
            share = new TenantShare<>(tenantId, serviceTime.copy());
            shares.put(tenantId, share);
        }
        takeOut(share);
        if (share.queue.isEmpty()) {
            share.turn = turnOfNext(share);
            share.arrival = arrivals++;
        }
        share.queue.add(work);
        queued++;
        putBack(share);
    }

    /** Begins the piece whose turn it is; null if none waits. */
    @Nullable Begun<W> next() {
        TenantShare<W> share = waiting.pollFirst();
        if (share == null) {
            return null;
        }
        latestTurn = share.turn;
        forgive();
        long charge = share.serviceTime.nanos();
        W work = share.queue.removeFirst();
        share.turn += charge;
        share.running++;
        queued--;
        running++;
        putBack(share);
        return new Begun<>(share, work, charge);
    }

    /**
     * Ends what {@link #next} began, however it ended.
     *
     * @return pieces still with workers
     */
    int done(Begun<W> begun, long tookNanos) {
        TenantShare<W> share = begun.share();
        takeOut(share);
        share.turn += tookNanos - begun.chargedNanos();
        share.serviceTime.add(tookNanos);
        serviceTime.add(tookNanos);
        share.running--;
        running--;
        putBack(share);
        return running;
    }

    /** Takes work back that nobody has begun; false if somebody has, or it was never added. */
    boolean remove(String tenantId, W work) {
        TenantShare<W> share = shares.get(tenantId);
        if (share == null || !share.queue.contains(work)) {
            return false;
        }
        takeOut(share);
        share.queue.remove(work);
        queued--;
        putBack(share);
        return true;
    }

    /** Nanoseconds that one more piece of this tenant's would probably wait. */
    long waitNanos(String tenantId) {
        if (queued + running < workers) {
            return 0;
        }
        TenantShare<W> share = shares.get(tenantId);
        if (share == null) {
            share = new TenantShare<>(tenantId, serviceTime);
        }
        ExpectedWait wait = new ExpectedWait(workers, running, serviceTime.nanos());
        return wait.nanos(share, turnOfNext(share), shares.values());
    }

    /** Nanoseconds until all that is here will probably have been begun. */
    long waitNanos() {
        int ahead = Math.max(0, queued + running - workers + 1);
        return serviceTime.nanos() * ahead / workers;
    }

    /** Pieces of work that wait. */
    int queued() {
        return queued;
    }

    /** Pieces of work begun and not done. */
    int running() {
        return running;
    }

    /** Tenants remembered. */
    int tenants() {
        return shares.size();
    }

    private long turnOfNext(TenantShare<W> share) {
        if (!share.queue.isEmpty()) {
            return share.turn;
        }
        // why the least: an average that was too high lets the others' turns fall behind the latest
        long now = waiting.isEmpty() ? latestTurn : Math.min(latestTurn, waiting.getFirst().turn);
        return Math.max(share.turn, now);
    }

    private void takeOut(TenantShare<W> share) {
        if (!waiting.remove(share)) {
            debtors.remove(share);
        }
    }

    private void putBack(TenantShare<W> share) {
        if (queued + running == 0) {
            shares.clear();
            debtors.clear();
            latestTurn = 0;
        } else if (!share.queue.isEmpty()) {
            waiting.add(share);
        } else if (share.running == 0) {
            debtors.add(share);
            forgive();
        }
    }

    /**
     * Forgets who has had no more than the others by now, and the least debts if too many are left.
     */
    private void forgive() {
        while (!debtors.isEmpty()
                && (debtors.getFirst().turn <= latestTurn || debtors.size() > MOST_DEBTORS)) {
            shares.remove(debtors.removeFirst().tenantId);
        }
    }
}
