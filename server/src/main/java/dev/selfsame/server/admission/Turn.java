package dev.selfsame.server.admission;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A piece of work whose owner waits for it. Equal to itself alone. */
final class Turn<T> {

    private final FutureTask<T> task;
    private final long askedNanos;
    // why not the task's own end: the owner may come again at once, and by then it must be counted
    private final CountDownLatch settled = new CountDownLatch(1);

    /**
     * Work to be queued.
     *
     * @param askedNanos when its owner came, as {@link System#nanoTime}
     */
    Turn(Callable<T> work, long askedNanos) {
        task = new FutureTask<>(work);
        this.askedNanos = askedNanos;
    }

    long askedNanos() {
        return askedNanos;
    }

    /** Does the work and keeps what comes of it, also what it throws. */
    void work() {
        task.run();
    }

    /** Lets the owner go on, after {@link #work}. */
    void settle() {
        settled.countDown();
    }

    /** True if it was settled in time. */
    boolean await(long nanos) throws InterruptedException {
        return settled.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** What came of it, however long it takes. */
    T answer() throws InterruptedException, ExecutionException {
        settled.await();
        return task.get();
    }
}
