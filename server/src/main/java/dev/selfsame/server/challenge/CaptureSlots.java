package dev.selfsame.server.challenge;

import dev.selfsame.server.problem.Problem;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many captures this server carries at once. */
final class CaptureSlots {

    // why: about the time that a capture takes
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    CaptureSlots(int most) {
        this.most = most;
    }

    /**
     * Takes one.
     *
     * @throws Problem {@code BUSY} if there is none
     */
    void take() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw Problem.busy(RETRY);
        }
    }

    void free() {
        taken.decrementAndGet();
    }

    /**
     * Refuses what {@link #take} would refuse now.
     *
     * @throws Problem {@code BUSY}
     */
    void check() {
        if (taken.get() >= most) {
            throw Problem.busy(RETRY);
        }
    }

    int taken() {
        return taken.get();
    }
}
