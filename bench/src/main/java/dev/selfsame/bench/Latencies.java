package dev.selfsame.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on several threads for some seconds, and times each piece. */
final class Latencies {

    private Latencies() {}

    /** One piece of work; false if it was refused, which is counted apart. */
    interface Work {
        boolean once() throws IOException, InterruptedException;
    }

    /**
     * What some seconds brought.
     *
     * @param rate pieces done a second
     * @param millis each of them
     * @param refused pieces that were not
     */
    record Leg(double rate, double[] millis, int refused) {}

    private record Share(List<Double> millis, int refused) {}

    /** Work begun in time is finished. */
    static Leg of(Work work, int threads, int seconds)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Double> millis = new ArrayList<>();
        int refused = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Share>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> repeat(work, end)));
            }
            for (Future<Share> one : running) {
                millis.addAll(one.get().millis());
                refused += one.get().refused();
            }
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        return new Leg(
                millis.size() / elapsed,
                millis.stream().mapToDouble(Double::doubleValue).toArray(),
                refused);
    }

    private static Share repeat(Work work, long end) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int refused = 0;
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            if (work.once()) {
                millis.add((System.nanoTime() - began) / 1e6);
            } else {
                refused++;
            }
        }
        return new Share(millis, refused);
    }
}
