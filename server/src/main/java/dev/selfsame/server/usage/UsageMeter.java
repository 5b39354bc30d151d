package dev.selfsame.server.usage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts requests. Whoever counts one waits until it is written; one thread writes for all that
 * wait, so that many requests share a transaction (group commit). While the store fails nobody
 * waits: the counts are kept, tried again every second, and lost only if the process ends first.
 */
public final class UsageMeter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UsageMeter.class);
    private static final int MOST_PENDING = 100_000;
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Each may find out one connection that was cut. */
    private static final int LAST_TRIES = 10;

    private static final Duration LAST_CHANCE = Duration.ofSeconds(10);

    private final UsageStore store;
    private final Clock clock;
    private final String writer = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workIsThere = lock.newCondition();
    private final Condition batchIsDone = lock.newCondition();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread flusher;

    // all below are guarded by the lock
    private Map<Counted, Long> pending = new HashMap<>();
    private long batchBeingFilled = 1;
    private long batchDone;
    private boolean failing;

    public UsageMeter(UsageStore store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        flusher = Thread.ofPlatform().name("usage").daemon().start(this::writeAll);
    }

    /** Counts one request and returns when that is kept, or at once while the store fails. */
    public void count(Counted counted) {
        lock.lock();
        try {
            if (pending.size() >= MOST_PENDING && !pending.containsKey(counted)) {
                LOG.error("usage is not counted: {} counts wait for the database", MOST_PENDING);
                return;
            }
            pending.merge(counted, 1L, Long::sum);
            workIsThere.signal();
            long mine = batchBeingFilled;
            while (batchDone < mine && !failing) {
                batchIsDone.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is pending, if the store takes it, and stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing.countDown();
            workIsThere.signal();
        } finally {
            lock.unlock();
        }
        try {
            if (!flusher.join(LAST_CHANCE)) {
                LOG.error("counts of usage are lost, as the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        try {
            UsageBatch batch = next();
            int lastTries = 0;
            while (batch != null) {
                boolean written = write(batch);
                tell(batch, written);
                if (written) {
                    batch = next();
                } else if (lastTries == LAST_TRIES) {
                    LOG.error("{} counts of usage are lost", batch.requests().size());
                    batch = null;
                } else if (closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    lastTries++;
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("usage is no longer written");
        } finally {
            giveUp();
        }
    }

    /** Waits for counts; null when there are none any more. */
    private @Nullable UsageBatch next() {
        lock.lock();
        try {
            while (pending.isEmpty() && closing.getCount() > 0) {
                workIsThere.awaitUninterruptibly();
            }
            if (pending.isEmpty()) {
                return null;
            }
            UsageBatch batch = new UsageBatch(writer, batchBeingFilled, clock.instant(), pending);
            pending = new HashMap<>();
            batchBeingFilled++;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void tell(UsageBatch batch, boolean written) {
        lock.lock();
        try {
            failing = !written;
            if (written) {
                batchDone = batch.number();
            }
            batchIsDone.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void giveUp() {
        lock.lock();
        try {
            failing = true;
            batchIsDone.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean write(UsageBatch batch) {
        try {
            store.add(batch);
            return true;
        } catch (RuntimeException e) {
            // why without its trace: it comes every second while the database is away
            LOG.warn("usage cannot be written and is kept for later: {}", e.toString());
            return false;
        }
    }
}
