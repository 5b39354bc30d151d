package dev.selfsame.server.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to. */
public final class ManualClock extends Clock {

    private volatile Instant now;

    /** Begins at noon of some day. */
    public ManualClock() {
        this(Instant.parse("2026-11-01T12:00:00Z"));
    }

    /** Begins at this moment. */
    public ManualClock(Instant start) {
        now = start;
    }

    /** Goes forward, or back by a time below zero. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
