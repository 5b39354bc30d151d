package dev.selfsame.server.admission;

import dev.selfsame.server.admission.FairQueue.Begun;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.trace.HandOver;
import dev.selfsame.server.trace.Traces;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one pool that all CPU work goes through. Tenants share the workers by the time that their
 * work takes, see {@link FairQueue}; the work of one tenant is served first come first. Work that
 * would wait too long is refused at once, with the time after which another try is worth it.
 *
 * <p>The workers are platform threads: native code would hold the few threads that virtual threads
 * share, and requests would wait for each other's network traffic.
 */
public final class Admission implements AutoCloseable {

    private static final String STOPPING = "the server is stopping";
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
    // why: no request is left by now; work that goes on is for a client that went away
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final long maxWaitNanos;
    private final ThreadPoolExecutor pool;
    private final ReentrantLock lock = new ReentrantLock();
    private final FairQueue<Turn<?>> queue;
    private final Timer waits;
    private final Timer services;
    private final Counter refusals;
    private final Traces traces;
    private int idleWorkers;
    private volatile boolean stopped;

    public Admission(AdmissionLimits limits, MeterRegistry meters) {
        this(limits, meters, Traces.none());
    }

    public Admission(AdmissionLimits limits, MeterRegistry meters, Traces traces) {
        this.traces = Objects.requireNonNull(traces, "traces");
        int workers = limits.effectiveWorkers();
        idleWorkers = workers;
        maxWaitNanos = limits.maxWait().toNanos();
        queue = new FairQueue<>(workers);
        pool =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("worker-", 1).daemon().factory());
        waits = meters.timer("selfsame.admission.wait");
        services = meters.timer("selfsame.admission.service");
        refusals = meters.counter("selfsame.admission.refused");
        Gauge.builder("selfsame.admission.queue", this, it -> it.locked(queue::queued))
                .register(meters);
        Gauge.builder("selfsame.admission.running", this, it -> it.locked(queue::running))
                .register(meters);
    }

    /**
     * Runs the work on a worker while the caller waits. What the work throws, the caller gets.
     *
     * @param tenantId who pays for it
     * @throws Problem {@code BUSY} if it would have to wait too long or has waited too long
     */
    public <T> T run(String tenantId, Supplier<T> work) {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(work, "work");
        try (HandOver<T> measured = traces.handOver("admission.wait", "engine", work)) {
            return run(tenantId, new Turn<>(measured::get, System.nanoTime()));
        }
    }

    private <T> T run(String tenantId, Turn<T> turn) {
        enter(tenantId, turn);
        try {
            return await(tenantId, turn);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            abandon(tenantId, turn);
            Thread.currentThread().interrupt();
            throw new Problem(ProblemKind.UNAVAILABLE, STOPPING, e);
        }
    }

    /**
     * Refuses what {@link #run} would refuse now. Promises nothing: what passes may still be
     * refused there.
     *
     * @throws Problem {@code BUSY}
     */
    public void check(String tenantId) {
        Objects.requireNonNull(tenantId, "tenantId");
        long waitNanos = locked(() -> queue.waitNanos(tenantId));
        if (waitNanos > maxWaitNanos) {
            throw refusal(waitNanos);
        }
    }

    /** How much work runs at once. */
    public int workers() {
        return pool.getMaximumPoolSize();
    }

    /** When work of this tenant's that is refused now is worth another try, 1..60 s. */
    public Duration retryAfter(String tenantId) {
        Objects.requireNonNull(tenantId, "tenantId");
        return retryAfter(locked(() -> queue.waitNanos(tenantId)));
    }

    /** When all work that is here now has probably found its worker, whosever it is, 1..60 s. */
    public Duration retryAfter() {
        return retryAfter(locked(() -> queue.waitNanos()));
    }

    /** Lets running and waiting work finish, but does not wait for ever for it. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                stopped = true;
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(String tenantId, Turn<?> turn) {
        long waitNanos = locked(() -> entered(tenantId, turn));
        if (waitNanos > maxWaitNanos) {
            throw refusal(waitNanos);
        }
    }

    /** How long it will probably wait; it was queued if that is not too long. */
    private long entered(String tenantId, Turn<?> turn) {
        long waitNanos = queue.waitNanos(tenantId);
        if (waitNanos <= maxWaitNanos) {
            if (idleWorkers > 0) {
                start();
            }
            queue.add(tenantId, turn);
        }
        return waitNanos;
    }

    private void start() {
        try {
            pool.execute(this::serve);
            idleWorkers--;
        } catch (RejectedExecutionException e) {
            throw new Problem(ProblemKind.UNAVAILABLE, STOPPING, e);
        }
    }

    private <T> T await(String tenantId, Turn<T> turn)
            throws InterruptedException, ExecutionException {
        if (!turn.await(maxWaitNanos) && abandon(tenantId, turn)) {
            throw refusal(locked(() -> queue.waitNanos(tenantId)));
        }
        return turn.answer();
    }

    /** True if nobody has begun it; then nobody will. */
    private boolean abandon(String tenantId, Turn<?> turn) {
        return locked(() -> queue.remove(tenantId, turn));
    }

    /** What a worker does as long as there is something to do. */
    private void serve() {
        for (Begun<Turn<?>> begun = next(); begun != null; begun = next()) {
            Begun<Turn<?>> mine = begun;
            long began = System.nanoTime();
            waits.record(began - mine.work().askedNanos(), TimeUnit.NANOSECONDS);
            mine.work().work();
            long took = System.nanoTime() - began;
            services.record(took, TimeUnit.NANOSECONDS);
            locked(() -> queue.done(mine, took));
            mine.work().settle();
        }
    }

    private @Nullable Begun<Turn<?>> next() {
        lock.lock();
        try {
            Begun<Turn<?>> begun = stopped ? null : queue.next();
            if (begun == null) {
                idleWorkers++;
            }
            return begun;
        } finally {
            lock.unlock();
        }
    }

    private <R> R locked(Supplier<R> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    private Problem refusal(long waitNanos) {
        refusals.increment();
        return Problem.busy(retryAfter(waitNanos));
    }

    private static Duration retryAfter(long nanos) {
        Duration wait = Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L)));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }

    private static RuntimeException rethrown(ExecutionException wrapper) {
        return switch (wrapper.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(wrapper);
        };
    }
}
