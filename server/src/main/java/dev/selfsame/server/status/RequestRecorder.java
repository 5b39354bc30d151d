package dev.selfsame.server.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** Counts requests in memory until they are taken to be written. Safe for any number of threads. */
public final class RequestRecorder {

    private static final int TOO_MANY = 429;
    private static final int FIRST_FAULT = 500;

    private final boolean enabled;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private Map<Group, Tally> tallies = new HashMap<>();

    private record Group(LocalDate day, ApiGroup api) {}

    /** Guarded by the lock as well. */
    private static final class Tally {
        private long requests;
        private long failed;
        private long refused;
        private final long[] times = new long[LatencyHistogram.LAST + 1];
    }

    public RequestRecorder(StatusOptions options, Clock clock) {
        enabled = options.enabled();
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Counts a request.
     *
     * @param status of its answer
     * @param nanos that this took; less than 0 if that says nothing
     */
    public void record(ApiGroup api, int status, long nanos) {
        if (!enabled) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        lock.lock();
        try {
            Tally tally = tallies.computeIfAbsent(new Group(day, api), _ -> new Tally());
            tally.requests++;
            tally.failed += status >= FIRST_FAULT ? 1 : 0;
            tally.refused += status == TOO_MANY ? 1 : 0;
            if (nanos >= 0) {
                tally.times[LatencyHistogram.bucket(nanos)]++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hands out what was counted since the last time. */
    List<DayRequests> take() {
        Map<Group, Tally> taken;
        lock.lock();
        try {
            taken = tallies;
            tallies = new HashMap<>();
        } finally {
            lock.unlock();
        }
        List<DayRequests> requests = new ArrayList<>();
        taken.forEach((group, tally) -> requests.add(requests(group, tally)));
        return requests;
    }

    private static DayRequests requests(Group group, Tally tally) {
        TreeMap<Integer, Long> times = new TreeMap<>();
        for (int i = 0; i < tally.times.length; i++) {
            if (tally.times[i] > 0) {
                times.put(i, tally.times[i]);
            }
        }
        return new DayRequests(
                group.day(),
                group.api(),
                tally.requests,
                tally.failed,
                tally.refused,
                new LatencyHistogram(times));
    }
}
