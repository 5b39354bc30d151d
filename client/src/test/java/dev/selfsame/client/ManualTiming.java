package dev.selfsame.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes only where somebody waits, and waits that are over at once. */
final class ManualTiming implements Timing {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public boolean awaitClose(Duration time) {
        waits.add(time);
        pass(time);
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    List<Duration> waits() {
        return waits;
    }
}
