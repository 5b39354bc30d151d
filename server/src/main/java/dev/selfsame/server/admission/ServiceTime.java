package dev.selfsame.server.admission;

/** How long a piece of work takes, as a moving average. Guarded by its owner's lock. */
final class ServiceTime {

    // why: about the last ten pieces of work count; a burst of large pictures shows at once
    private static final double WEIGHT_OF_LATEST = 0.2;
    // why: until the first measurement; two pictures on one slow core
    private static final double FIRST_GUESS_NANOS = 200e6;

    private double nanos = FIRST_GUESS_NANOS;

    void add(long latestNanos) {
        nanos += WEIGHT_OF_LATEST * (latestNanos - nanos);
    }

    /** Expected nanoseconds until work behind {@code ahead} others gets one of {@code workers}. */
    long waitNanos(int ahead, int workers) {
        return (long) (nanos * ahead / workers);
    }
}
