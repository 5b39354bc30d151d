package dev.selfsame.client;

import java.time.Duration;
import java.time.Instant;

/** Time, as far as the client looks at it. */
interface Timing {

    /** Nanoseconds since some moment, growing evenly. */
    long nanos();

    /** The time of day. */
    Instant now();

    /**
     * Waits until the time has passed or the client is closed.
     *
     * @return whether the client is closed
     */
    boolean awaitClose(Duration time) throws InterruptedException;

    /** Ends all waits, now and later. */
    void close();
}
