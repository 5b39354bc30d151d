package dev.selfsame.server.challenge;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tries work again that is refused while the server is busy, as its frames cannot be had again. */
final class Patience implements AutoCloseable {

    private final Duration longest;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A patience of so long. */
    Patience(Duration longest) {
        this.longest = longest;
    }

    /**
     * Does it, waiting as long as refusals say.
     *
     * @throws Problem {@code BUSY} if it was refused for too long, and whatever the work throws
     */
    <T> T with(Supplier<T> work) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return work.get();
            } catch (Problem e) {
                if (e.kind() != ProblemKind.BUSY || System.nanoTime() >= end || !waited(e)) {
                    throw e;
                }
            }
        }
    }

    private boolean waited(Problem busy) {
        long millis = busy.retryAfter().orElse(Duration.ZERO).toMillis();
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all waits. */
    @Override
    public void close() {
        closing.countDown();
    }
}
