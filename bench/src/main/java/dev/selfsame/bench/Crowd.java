package dev.selfsame.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Clients that all ask at once and again as soon as they are answered, or after the seconds that a
 * refusal tells. Collects what they saw.
 */
final class Crowd {

    private final ScheduledExecutorService clock;
    private final long endNanos;

    private Crowd(ScheduledExecutorService clock, long endNanos) {
        this.clock = clock;
        this.endNanos = endNanos;
    }

    /**
     * What came of it.
     *
     * @param rate accepted requests a second, until the last was answered
     * @param acceptedMillis of each accepted request
     * @param retrySeconds of each refusal, sorted
     * @param failed requests that were answered otherwise or not at all
     */
    record Seen(double rate, double[] acceptedMillis, int[] retrySeconds, int failed) {

        int refused() {
            return retrySeconds.length;
        }

        int medianRetrySeconds() {
            return refused() == 0 ? 0 : retrySeconds[refused() / 2];
        }

        int longestRetrySeconds() {
            return refused() == 0 ? 0 : retrySeconds[refused() - 1];
        }
    }

    /** What one client saw: milliseconds of accepted requests, seconds to stay away, failures. */
    private record Share(List<Double> millis, List<Integer> retries, int failed) {}

    static Seen of(MatchClient client, int clients, int seconds)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            Crowd crowd = new Crowd(clock, start + seconds * 1_000_000_000L);
            List<Future<Share>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(pool.submit(() -> crowd.ask(client)));
            }
            List<Double> millis = new ArrayList<>();
            List<Integer> retries = new ArrayList<>();
            int failed = 0;
            for (Future<Share> one : all) {
                millis.addAll(one.get().millis());
                retries.addAll(one.get().retries());
                failed += one.get().failed();
            }
            return new Seen(
                    millis.size() / ((System.nanoTime() - start) / 1e9),
                    millis.stream().mapToDouble(Double::doubleValue).toArray(),
                    retries.stream().mapToInt(Integer::intValue).sorted().toArray(),
                    failed);
        }
    }

    private Share ask(MatchClient client) throws InterruptedException, ExecutionException {
        List<Double> millis = new ArrayList<>();
        List<Integer> retries = new ArrayList<>();
        int failed = 0;
        while (System.nanoTime() < endNanos) {
            long began = System.nanoTime();
            try {
                int seconds = client.tryMatch();
                if (seconds == 0) {
                    millis.add((System.nanoTime() - began) / 1e6);
                } else {
                    retries.add(seconds);
                    stayAway(seconds * 1_000_000_000L);
                }
            } catch (IOException e) {
                failed++;
            }
        }
        return new Share(millis, retries, failed);
    }

    private void stayAway(long nanos) throws InterruptedException, ExecutionException {
        long left = Math.min(nanos, endNanos - System.nanoTime());
        if (left > 0) {
            clock.schedule(() -> {}, left, TimeUnit.NANOSECONDS).get();
        }
    }
}
