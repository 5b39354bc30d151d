package dev.selfsame.server.admission;

/** How long a piece of work takes, as a moving average. Guarded by its owner's lock. */
final class ServiceTime {

    // why: about the last ten pieces of work count; a burst of large pictures shows at once
    private static final double WEIGHT_OF_LATEST = 0.2;
    // why: until the first measurement; two pictures on one slow core
    private static final double FIRST_GUESS_NANOS = 200e6;

    private double nanos;

    private ServiceTime(double nanos) {
        this.nanos = nanos;
    }

    static ServiceTime unknown() {
        return new ServiceTime(FIRST_GUESS_NANOS);
    }

    /** One of its own that begins with what this has learned. */
    ServiceTime copy() {
        return new ServiceTime(nanos);
    }

    void add(long latestNanos) {
        nanos += WEIGHT_OF_LATEST * (latestNanos - nanos);
    }

    /** At least 1. */
    long nanos() {
        return Math.max(1, Math.round(nanos));
    }
}
