package dev.selfsame.server.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** All that the server said in a trial, counted, and what it must not have said. */
final class Replies {

    private static final int MOST_VIOLATIONS = 100;

    /** What was asked for. */
    enum Kind {
        MATCH,
        SESSION
    }

    private record Counted(Kind kind, boolean away, int status) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sessionDone = lock.newCondition();

    // all below are guarded by the lock
    private final Map<Counted, Integer> counts = new TreeMap<>(Replies::order);
    private final List<String> violations = new ArrayList<>();
    private boolean away;
    private long lastDoneBegan = Long.MIN_VALUE;

    private static int order(Counted one, Counted two) {
        int byKind = one.kind().compareTo(two.kind());
        int byAway = Boolean.compare(one.away(), two.away());
        if (byKind != 0) {
            return byKind;
        }
        return byAway != 0 ? byAway : Integer.compare(one.status(), two.status());
    }

    /** Says whether the store of sessions is away from now on. */
    void storeIsAway(boolean now) {
        lock.lock();
        try {
            away = now;
        } finally {
            lock.unlock();
        }
    }

    void add(Kind kind, Reply reply) {
        lock.lock();
        try {
            counts.merge(new Counted(kind, away, reply.status()), 1, Integer::sum);
            reply.fault().ifPresent(this::violation);
            if (kind == Kind.SESSION && reply.isDone()) {
                lastDoneBegan = Math.max(lastDoneBegan, reply.beganNanos());
                sessionDone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes a call without an answer, of a server that lives. */
    void unanswered(IOException failure) {
        violation("no answer: " + failure);
    }

    void violation(String text) {
        lock.lock();
        try {
            if (violations.size() < MOST_VIOLATIONS) {
                violations.add(text);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a call of a session is done that began after this; false if none is in time. */
    boolean awaitSessionDone(long sinceNanos, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (lastDoneBegan < sinceNanos && left > 0) {
                left = sessionDone.awaitNanos(left);
            }
            return lastDoneBegan >= sinceNanos;
        } finally {
            lock.unlock();
        }
    }

    /** How many were answered so, while the store was there or away. */
    int of(Kind kind, boolean whileAway, int status) {
        lock.lock();
        try {
            return counts.getOrDefault(new Counted(kind, whileAway, status), 0);
        } finally {
            lock.unlock();
        }
    }

    List<String> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    /** Statuses and how often each was answered. */
    String summary(Kind kind, boolean whileAway) {
        Map<Integer, Integer> byStatus = new TreeMap<>();
        lock.lock();
        try {
            counts.forEach(
                    (counted, count) -> {
                        if (counted.kind() == kind && counted.away() == whileAway) {
                            byStatus.put(counted.status(), count);
                        }
                    });
        } finally {
            lock.unlock();
        }
        return byStatus.toString();
    }

    /** A time as people read it. */
    static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
