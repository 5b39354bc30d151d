package dev.selfsame.server.admission;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bounds the bytes of all bodies that are in memory at once, so that many large uploads together
 * cannot exhaust the heap.
 */
public final class UploadBudget {

    private final long capacityBytes;
    private final Supplier<Duration> retryAfter;
    private final AtomicLong usedBytes = new AtomicLong();

    /**
     * @param capacityBytes at least 1
     * @param retryAfter what refused callers are told
     */
    public UploadBudget(long capacityBytes, Supplier<Duration> retryAfter) {
        if (capacityBytes < 1) {
            throw new IllegalArgumentException(
                    "capacityBytes: " + capacityBytes + " (expected: >= 1)");
        }
        this.capacityBytes = capacityBytes;
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /** One request's share; used by one thread, given back by {@link #close}. */
    public final class Lease implements AutoCloseable {

        private long heldBytes;

        private Lease() {}

        /**
         * Makes sure that at least so many bytes are reserved in all.
         *
         * @throws Problem {@code BUSY} if others hold too much, {@code TOO_LARGE} if it never fits
         */
        public void reserve(long bytes) {
            long more = bytes - heldBytes;
            if (more <= 0) {
                return;
            }
            if (bytes > capacityBytes) {
                throw new Problem(
                        ProblemKind.TOO_LARGE,
                        "the request is larger than this server's memory allows ("
                                + capacityBytes
                                + " bytes)");
            }
            long used = usedBytes.addAndGet(more);
            heldBytes += more;
            if (used > capacityBytes) {
                close();
                throw Problem.busy(retryAfter.get());
            }
        }

        @Override
        public void close() {
            usedBytes.addAndGet(-heldBytes);
            heldBytes = 0;
        }
    }

    /** A share of nothing yet. */
    public Lease lease() {
        return new Lease();
    }

    /** Bytes reserved now. */
    public long usedBytes() {
        return usedBytes.get();
    }
}
