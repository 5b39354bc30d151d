package dev.selfsame.bench;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Comparisons per second over HTTP and by the same engine in this process, in turn, so that a
 * machine that slows down slows both. The server is a process of its own, which idles while this
 * one computes; the load generator shares its processors, as a client on the same machine would.
 *
 * <p>Arguments: two pictures with one face each, rounds (default 10), seconds a leg (default 5).
 */
public final class PairedThroughput {

    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private static final int WARM_UP_LEGS = 6;

    private PairedThroughput() {}

    public static void main(String[] args) throws Exception {
        byte[] first = Files.readAllBytes(Path.of(args[0]));
        byte[] second = Files.readAllBytes(Path.of(args[1]));
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        try (ServerProcess server = ServerProcess.start();
                Engine engine = Engine.open(EngineConfig.DEFAULT);
                // why: twice as many clients as workers, so that no worker waits for a client
                ExecutorService clients = Executors.newFixedThreadPool(2 * WORKERS)) {
            MatchClient client = new MatchClient(server, first, second);
            Work http = client::match;
            Work inProcess = () -> compare(engine, first, second);
            // why so long: until the compilers of both processes have come to rest
            rate(clients, inProcess, WORKERS, WARM_UP_LEGS * seconds);
            rate(clients, http, 2 * WORKERS, WARM_UP_LEGS * seconds);
            double[] overHttp = new double[rounds];
            double[] here = new double[rounds];
            double[] ratio = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                here[i] = rate(clients, inProcess, WORKERS, seconds);
                overHttp[i] = rate(clients, http, 2 * WORKERS, seconds);
                ratio[i] = overHttp[i] / here[i];
                System.out.printf(
                        Locale.ROOT,
                        "round %d: in process %.2f/s, over HTTP %.2f/s, ratio %.3f%n",
                        i + 1,
                        here[i],
                        overHttp[i],
                        ratio[i]);
            }
            System.out.printf(
                    Locale.ROOT,
                    "in process %.2f/s with %d threads, over HTTP %.2f/s with %d clients,"
                            + " HTTP / in process %.3f (medians of %d rounds of %d s)%n",
                    median(here),
                    WORKERS,
                    median(overHttp),
                    2 * WORKERS,
                    median(ratio),
                    rounds,
                    seconds);
        }
    }

    private static void compare(Engine engine, byte[] first, byte[] second) {
        if (!(engine.readFace(first, FaceRequest.PLAIN) instanceof FaceOutcome.Found one)
                || !(engine.readFace(second, FaceRequest.PLAIN) instanceof FaceOutcome.Found two)) {
            throw new IllegalArgumentException("each picture must show one face");
        }
        engine.compare(one.face().template(), two.face().template());
    }

    /** How often a second the work is done by so many threads; work begun in time is finished. */
    private static double rate(ExecutorService pool, Work work, int threads, int seconds)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Future<Integer>> running =
                IntStream.range(0, threads)
                        .mapToObj(i -> pool.submit(() -> repeat(work, end)))
                        .toList();
        int done = 0;
        for (Future<Integer> one : running) {
            done += one.get();
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static int repeat(Work work, long end) throws IOException, InterruptedException {
        int done = 0;
        while (System.nanoTime() < end) {
            work.once();
            done++;
        }
        return done;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }
}
