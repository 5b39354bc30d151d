package dev.selfsame.server.callback;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many attempts run at the same time: in all, of a tenant, and at one of a tenant's receivers.
 * A receiver that keeps everybody waiting so holds up its own tenant's others only in part, and
 * other tenants not at all while there are slots left; those with the fewest come first.
 */
final class CallbackSlots {

    private record Place(String tenantId, String place) {

        static Place of(Callback callback) {
            return new Place(callback.tenantId(), callback.place());
        }
    }

    private final int inAll;
    private final int perTenant;
    private final int perPlace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();

    // all below are guarded by the lock
    private final Map<String, Integer> tenants = new HashMap<>();
    private final Map<Place, Integer> places = new HashMap<>();
    private final Map<String, Long> lastTurns = new HashMap<>();
    private int running;
    private long turn;

    CallbackSlots(CallbackOptions options) {
        inAll = options.parallel();
        perTenant = options.parallelPerTenant();
        perPlace = options.parallelPerPlace();
    }

    /**
     * Those of the tenants that may start something, the one with the least at work first, then the
     * one that started something the longest ago.
     */
    List<String> inTurn(Collection<String> waiting) {
        lock.lock();
        try {
            lastTurns.keySet().retainAll(new HashSet<>(waiting));
            return waiting.stream()
                    .filter(tenant -> tenants.getOrDefault(tenant, 0) < perTenant)
                    .sorted(
                            Comparator.<String>comparingInt(it -> tenants.getOrDefault(it, 0))
                                    .thenComparingLong(it -> lastTurns.getOrDefault(it, 0L)))
                    .limit(inAll - running)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Receivers of a tenant that have no slot left. */
    Set<String> fullPlaces(String tenantId) {
        lock.lock();
        try {
            Set<String> full = new HashSet<>();
            places.forEach(
                    (place, count) -> {
                        if (count >= perPlace && place.tenantId().equals(tenantId)) {
                            full.add(place.place());
                        }
                    });
            return full;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a slot; false if there is none for this one. */
    boolean take(Callback callback) {
        lock.lock();
        try {
            Place place = Place.of(callback);
            if (running >= inAll
                    || tenants.getOrDefault(callback.tenantId(), 0) >= perTenant
                    || places.getOrDefault(place, 0) >= perPlace) {
                return false;
            }
            running++;
            tenants.merge(callback.tenantId(), 1, Integer::sum);
            places.merge(place, 1, Integer::sum);
            lastTurns.put(callback.tenantId(), ++turn);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a slot back. */
    void release(Callback callback) {
        lock.lock();
        try {
            running--;
            tenants.computeIfPresent(callback.tenantId(), CallbackSlots::less);
            places.computeIfPresent(Place.of(callback), CallbackSlots::less);
            if (running == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing runs; false if that took longer. */
    boolean awaitEmpty(Duration patience) throws InterruptedException {
        Objects.requireNonNull(patience, "patience");
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(patience.toMillis());
            while (running > 0 && nanos > 0) {
                nanos = empty.awaitNanos(nanos);
            }
            return running == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Null takes the entry out of its map. */
    private static @Nullable Integer less(Object ignored, int count) {
        return count == 1 ? null : count - 1;
    }
}
