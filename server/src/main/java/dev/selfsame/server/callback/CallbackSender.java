package dev.selfsame.server.callback;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.trace.Span;
import dev.selfsame.server.trace.Traces;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Works through the store: one thread claims what is due, and each attempt runs on a virtual thread
 * of its own. It looks again when something is announced, when an attempt ends, when something
 * becomes due, and now and then for what another process left behind.
 */
final class CallbackSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** Who has not looked at the store for so long does not work. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    /** How long a stop waits for running attempts before it cuts them off, and afterwards. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

    private final CallbackStore store;
    private final HttpCourier courier;
    private final CallbackAttempt attempt;
    private final CallbackSlots slots;
    private final Duration lease;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Traces traces;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("callback-", 0).factory());
    private final Thread thread =
            Thread.ofPlatform().name("callbacks").daemon().unstarted(this::run);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    // guarded by the lock
    private boolean lookAgain;
    private volatile boolean stopping;
    private volatile Instant lastLook;

    CallbackSender(
            CallbackStore store,
            HttpCourier courier,
            CallbackAttempt attempt,
            CallbackOptions options,
            Clock clock,
            MeterRegistry meters,
            Traces traces) {
        this.traces = Objects.requireNonNull(traces, "traces");
        this.store = Objects.requireNonNull(store, "store");
        this.courier = Objects.requireNonNull(courier, "courier");
        this.attempt = Objects.requireNonNull(attempt, "attempt");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.meters = Objects.requireNonNull(meters, "meters");
        slots = new CallbackSlots(options);
        lease = options.lease();
        lastLook = clock.instant();
    }

    void start() {
        thread.start();
    }

    /** Makes it look at the store now. */
    void wake() {
        lock.lock();
        try {
            lookAgain = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it looks at the store now and then, as it should. */
    boolean isAtWork() {
        return Duration.between(lastLook, clock.instant()).compareTo(LONGEST_SILENCE) < 0;
    }

    /** Waits until no attempt runs; false if that took longer. */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        return slots.awaitEmpty(patience);
    }

    private void run() {
        while (!stopping) {
            try {
                Duration pause = round();
                lastLook = clock.instant();
                pause(pause);
            } catch (Problem e) {
                LOG.info("callbacks wait: {}", e.getMessage());
                pause(AFTER_FAILURE);
            } catch (RuntimeException e) {
                LOG.warn("callbacks wait", e);
                pause(AFTER_FAILURE);
            }
        }
    }

    /** Starts what is due and has a slot; says how long nothing new is to be expected. */
    Duration round() {
        while (!stopping && startSome()) {
            LOG.debug("looking for more callbacks that are due");
        }
        Instant now = clock.instant();
        return store.nextDue(now)
                .map(due -> Duration.between(now, due))
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) < 0)
                .orElse(LONGEST_PAUSE);
    }

    /** Gives each tenant that waits one turn. */
    private boolean startSome() {
        Instant now = clock.instant();
        boolean started = false;
        for (String tenant : slots.inTurn(store.tenantsWithDue(now))) {
            for (Callback callback : store.due(tenant, now, slots.fullPlaces(tenant), 1)) {
                started |= start(callback, now);
            }
        }
        return started;
    }

    /** True if it is no longer there to be taken, by whomever. */
    private boolean start(Callback seen, Instant now) {
        if (!slots.take(seen)) {
            return false;
        }
        boolean running = false;
        try {
            Instant until = now.plus(lease);
            if (store.claim(seen, now, until)) {
                Callback claimed = seen.claimed(until);
                workers.execute(() -> work(claimed));
                running = true;
            }
            return true;
        } finally {
            if (!running) {
                slots.release(seen);
            }
        }
    }

    private void work(Callback claimed) {
        String outcome = "lost";
        Span span = traces.task("callback");
        try {
            outcome = attempt.make(claimed).name().toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            // why no more: the claim ends by itself, and it is tried again
            LOG.warn("what came of the callback of session {} is lost", claimed.sessionId(), e);
        } finally {
            meters.counter("selfsame.callbacks", "outcome", outcome).increment();
            span.note("selfsame.callback.outcome", outcome);
            span.close();
            slots.release(claimed);
            wake();
        }
    }

    private void pause(Duration longest) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(Math.max(1, longest.toMillis()));
            while (!lookAgain && !stopping && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            lookAgain = false;
        } catch (InterruptedException _) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes nothing new, gives what runs a little time, and cuts off the rest, which is tried again
     * later by whoever runs then. why no interrupts: they would close the embedded database's file
     * under everybody else.
     */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            // why bounded: a database that is cut off would keep it for a minute
            thread.join(LAST_CHANCE.toMillis());
            if (!slots.awaitEmpty(LAST_CHANCE)) {
                courier.cutOff();
                slots.awaitEmpty(LAST_CHANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        courier.close();
        workers.shutdown();
    }
}
