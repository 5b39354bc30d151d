package dev.selfsame.server.admission;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

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
    private final Counter refusals;

    /**
     * @param capacityBytes at least 1
     * @param retryAfter what refused callers are told
     */
    public UploadBudget(long capacityBytes, Supplier<Duration> retryAfter, MeterRegistry meters) {
        if (capacityBytes < 1) {
            throw new IllegalArgumentException(
                    "capacityBytes: " + capacityBytes + " (expected: >= 1)");
        }
        this.capacityBytes = capacityBytes;
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        refusals = meters.counter("selfsame.uploads.refused");
        Gauge.builder("selfsame.uploads.held", usedBytes, AtomicLong::get)
                .baseUnit("bytes")
                .register(meters);
    }

    /** One request's share; used by one thread, given back by {@link #close}. */
    public final class Lease implements AutoCloseable {

        private long heldBytes;

        private Lease() {}

        /**
         * Refuses a body of so many bytes in all for which there is no room now. Reserves nothing:
         * an announcement costs its sender nothing.
         *
         * @throws Problem {@code BUSY} if others hold too much, {@code TOO_LARGE} if it never fits
         */
        public void announce(long bytes) {
            if (bytes > capacityBytes) {
                throw neverFits();
            }
            if (usedBytes.get() - heldBytes + bytes > capacityBytes) {
                throw noRoom();
            }
        }

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
                throw neverFits();
            }
            long used = usedBytes.addAndGet(more);
            heldBytes += more;
            if (used > capacityBytes) {
                close();
                throw noRoom();
            }
        }

        /** Gives back all but so many bytes; nothing where fewer are held. */
        public void keep(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes: " + bytes + " (expected: >= 0)");
            }
            long less = Math.max(0, heldBytes - bytes);
            usedBytes.addAndGet(-less);
            heldBytes -= less;
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

    private Problem neverFits() {
        refusals.increment();
        return new Problem(
                ProblemKind.TOO_LARGE,
                "the request is larger than this server's memory allows ("
                        + capacityBytes
                        + " bytes)");
    }

    private Problem noRoom() {
        refusals.increment();
        return Problem.busy(retryAfter.get());
    }
}
