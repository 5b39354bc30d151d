package dev.selfsame.server.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The same work for each of many indexes, on a fixed number of threads, in no order. */
final class ParallelLoop {

    private final int threads;

    ParallelLoop(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: >= 1)");
        }
        this.threads = threads;
    }

    /** Returns when all is done or, with its exception, soon after the first that failed. */
    void run(int count, Progress progress, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker =
                () -> {
                    try {
                        for (int i = next.getAndIncrement();
                                i < count;
                                i = next.getAndIncrement()) {
                            work.accept(i);
                            progress.done(done.incrementAndGet(), count);
                        }
                    } finally {
                        // why: the others stop as well where this one failed; else all is taken
                        // anyway
                        next.set(count);
                    }
                };
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(worker));
            }
        }
        workers.forEach(ParallelLoop::rethrow);
    }

    private static void rethrow(Future<?> finished) {
        try {
            finished.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
