package dev.selfsame.server.admission;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one pool that all CPU work goes through, first come first served. Work that would wait too
 * long is refused at once, with the time after which another try is worth it.
 *
 * <p>The workers are platform threads: native code would hold the few threads that virtual threads
 * share, and requests would wait for each other's network traffic.
 */
public final class Admission implements AutoCloseable {

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
    // why: no request is left by now; work that goes on is for a client that went away
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final int workers;
    private final long maxWaitNanos;
    private final ThreadPoolExecutor pool;
    private final ReentrantLock lock = new ReentrantLock();
    private final ServiceTime serviceTime = new ServiceTime();
    private final Timer waits;
    private final Timer services;
    private final Counter refusals;
    private int unfinished;

    public Admission(AdmissionLimits limits, MeterRegistry meters) {
        workers = limits.effectiveWorkers();
        maxWaitNanos = limits.maxWait().toNanos();
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
        Gauge.builder("selfsame.admission.queue", pool, p -> p.getQueue().size()).register(meters);
        Gauge.builder("selfsame.admission.running", pool, ThreadPoolExecutor::getActiveCount)
                .register(meters);
    }

    /**
     * Runs the work on a worker while the caller waits. What the work throws, the caller gets.
     *
     * @throws Problem {@code BUSY} if it would have to wait too long or has waited too long
     */
    public <T> T run(Supplier<T> work) {
        Objects.requireNonNull(work, "work");
        long asked = System.nanoTime();
        Turn<T> turn = enter(work, asked);
        try {
            return await(turn);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            abandon(turn);
            Thread.currentThread().interrupt();
            throw new Problem(ProblemKind.UNAVAILABLE, "the server is stopping", e);
        }
    }

    /** As {@link #run(Supplier)}, for a tenant. */
    public <T> T run(String tenantId, Supplier<T> work) {
        Objects.requireNonNull(tenantId, "tenantId");
        return run(work);
    }

    /** How long refused callers are told to stay away, 1..60 s. */
    public Duration retryAfter() {
        lock.lock();
        try {
            long nanos = serviceTime.waitNanos(unfinished, workers);
            Duration wait = Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L)));
            return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
        } finally {
            lock.unlock();
        }
    }

    /** Lets running and waiting work finish, but does not wait for ever for it. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Turn<T> enter(Supplier<T> work, long asked) {
        Turn<T> turn = new Turn<>(work::get);
        lock.lock();
        try {
            int ahead = unfinished < workers ? 0 : unfinished - workers + 1;
            if (serviceTime.waitNanos(ahead, workers) <= maxWaitNanos) {
                unfinished++;
                pool.execute(() -> serve(turn, asked));
                return turn;
            }
        } finally {
            lock.unlock();
        }
        throw refusal();
    }

    private <T> T await(Turn<T> turn) throws InterruptedException, ExecutionException {
        try {
            return turn.get(maxWaitNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (abandon(turn)) {
                throw refusal();
            }
            return turn.get();
        }
    }

    private void serve(Turn<?> turn, long asked) {
        if (!turn.take()) {
            return;
        }
        long began = System.nanoTime();
        waits.record(began - asked, TimeUnit.NANOSECONDS);
        turn.run();
        long took = System.nanoTime() - began;
        services.record(took, TimeUnit.NANOSECONDS);
        lock.lock();
        try {
            unfinished--;
            serviceTime.add(took);
        } finally {
            lock.unlock();
        }
    }

    private boolean abandon(Turn<?> turn) {
        if (!turn.giveUp()) {
            return false;
        }
        // why: it stays in the queue for a while and must not keep its pictures in memory
        turn.cancel(false);
        lock.lock();
        try {
            unfinished--;
        } finally {
            lock.unlock();
        }
        return true;
    }

    private Problem refusal() {
        refusals.increment();
        return Problem.busy(retryAfter());
    }

    private static RuntimeException rethrown(ExecutionException wrapper) {
        return switch (wrapper.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(wrapper);
        };
    }
}
