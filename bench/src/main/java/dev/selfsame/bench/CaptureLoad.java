package dev.selfsame.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Live captures, more and more at once, against a server of its own process: which part of the
 * frames was looked at, how long that took, and what processor time each cost. The browsers are
 * played by this process, which shares the processors with the server.
 *
 * <p>Arguments: a video of a face (needs the program ffmpeg), seconds a level (default 20), mode
 * (default {@code LIVENESS_PASSIVE}).
 */
public final class CaptureLoad {

    private static final List<Integer> LEVELS = List.of(1, 2, 4, 6, 8, 12, 16);
    private static final int FRAMES_PER_SECOND = 8;
    private static final int WARM_UP_SECONDS = 20;

    private CaptureLoad() {}

    public static void main(String[] args) throws Exception {
        List<byte[]> frames = ClipFrames.of(Path.of(args[0]), FRAMES_PER_SECOND);
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        String mode = args.length > 2 ? args[2] : "LIVENESS_PASSIVE";
        print(
                "%d frames of %.0f kB",
                frames.size(),
                frames.stream().mapToInt(it -> it.length).average().orElse(0) / 1000);
        try (ServerProcess server = ServerProcess.start()) {
            level(server, frames, mode, 2, WARM_UP_SECONDS);
            for (int captures : LEVELS) {
                double cpuBefore = server.cpu().toMillis();
                CaptureClient.Seen seen;
                try {
                    seen = level(server, frames, mode, captures, seconds);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof CaptureClient.RefusedException)) {
                        throw e;
                    }
                    print("%2d captures: refused (429)", captures);
                    break;
                }
                double cpu = server.cpu().toMillis() - cpuBefore;
                report(captures, seconds, seen, cpu);
            }
        }
    }

    private static CaptureClient.Seen level(
            ServerProcess server, List<byte[]> frames, String mode, int captures, int seconds)
            throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(captures)) {
            List<Future<CaptureClient.Seen>> all = new ArrayList<>();
            for (int i = 0; i < captures; i++) {
                all.add(
                        threads.submit(
                                () ->
                                        new CaptureClient(server, frames, mode, FRAMES_PER_SECOND)
                                                .run(end)));
            }
            CaptureClient.Seen sum = CaptureClient.Seen.NOTHING;
            for (Future<CaptureClient.Seen> each : all) {
                sum = sum.and(each.get());
            }
            return sum;
        }
    }

    private static void report(int captures, int seconds, CaptureClient.Seen seen, double cpu)
            throws IOException {
        double[] millis = seen.sortedMillis();
        if (millis.length == 0) {
            throw new IOException("no frame was answered");
        }
        print(
                "%2d captures: %5.1f frames/s looked at, %5.1f %% of those due; answered p50 %.0f"
                        + " ms, p99 %.0f ms; server %.1f ms of processor time a frame, %.0f %% of 2"
                        + " cores; %d results, %.0f kB each",
                captures,
                (double) seen.looked() / seconds,
                100.0 * seen.looked() / Math.max(1, seen.due()),
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                cpu / Math.max(1, seen.looked()),
                cpu / 20.0 / seconds,
                seen.results(),
                seen.results() == 0 ? 0 : seen.bytes() / 1000.0 / seen.results());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
