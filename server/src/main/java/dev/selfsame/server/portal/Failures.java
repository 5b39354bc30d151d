package dev.selfsame.server.portal;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes whoever fails often wait: after so many failures in a row, and twice as long after each
 * further one. An attempt counts as failed before anything is compared, and is taken back
 * afterwards, so that many at once gain nothing. In memory, as strangers decide how much is
 * written.
 */
final class Failures {

    private static final int MOST_ENTRIES = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** From when on former failures do not count any more. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final int after;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by the lock; the longest unused first
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry(int failures, Instant last, Instant blockedUntil) {}

    /**
     * Counts.
     *
     * @param after failures in a row before the first wait, at least 1
     */
    Failures(int after, Clock clock) {
        if (after < 1) {
            throw new IllegalArgumentException("after: " + after + " (expected: >= 1)");
        }
        this.after = after;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** How long to wait before an attempt; empty if it may go on, and is counted. */
    Optional<Duration> begin(String who) {
        Instant now = clock.instant();
        lock.lock();
        try {
            Entry before = entries.get(who);
            if (before != null && before.blockedUntil().isAfter(now)) {
                return Optional.of(Duration.between(now, before.blockedUntil()));
            }
            int failures = former(before, now) + 1;
            Duration wait = wait(failures);
            // why not now: of two at once the one that read the clock first may come second
            Instant until = wait.isZero() ? Instant.MIN : now.plus(wait);
            entries.put(who, new Entry(failures, now, until));
            makeRoom();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether an attempt would have to wait now; counts nothing. */
    boolean isBlocked(String who) {
        lock.lock();
        try {
            Entry entry = entries.get(who);
            return entry != null && entry.blockedUntil().isAfter(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** The attempt was no failure. */
    void takeBack(String who) {
        lock.lock();
        try {
            entries.computeIfPresent(
                    who,
                    (_, entry) ->
                            entry.failures() <= 1
                                    ? null
                                    : new Entry(entry.failures() - 1, entry.last(), Instant.MIN));
        } finally {
            lock.unlock();
        }
    }

    /** No former failure counts any more. */
    void clear(String who) {
        lock.lock();
        try {
            entries.remove(who);
        } finally {
            lock.unlock();
        }
    }

    /** How many are remembered. */
    int entries() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    private static int former(@Nullable Entry before, Instant now) {
        return before != null && before.last().plus(FORGOTTEN).isAfter(now) ? before.failures() : 0;
    }

    private Duration wait(int failures) {
        if (failures < after) {
            return Duration.ZERO;
        }
        // why 16: doubled so often it is longer than the longest
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - after, 16));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private void makeRoom() {
        if (entries.size() > MOST_ENTRIES) {
            entries.pollFirstEntry();
        }
    }
}
