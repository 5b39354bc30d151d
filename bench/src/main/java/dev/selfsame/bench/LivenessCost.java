package dev.selfsame.bench;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.SecurityLevel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * CPU time of a guided capture on one thread: each frame, and the decision. Arguments: a folder of
 * JPEG frames taken 8 a second, rounds (8). The first two rounds warm up.
 */
public final class LivenessCost {

    private static final int MILLIS_A_FRAME = 125;
    private static final int WARM_UP = 2;

    private LivenessCost() {}

    public static void main(String[] args) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                frames.add(Files.readAllBytes(file));
            }
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        LivenessTask task = new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.MEDIUM, List.of());
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            for (int round = 0; round < rounds; round++) {
                LivenessCapture capture = engine.startLiveness(task);
                long start = clock.getCurrentThreadCpuTime();
                int seen = 0;
                long bytes = 0;
                while (seen < frames.size() && !capture.isComplete()) {
                    capture.accept((long) seen * MILLIS_A_FRAME, frames.get(seen));
                    bytes += frames.get(seen).length;
                    seen++;
                }
                long looked = clock.getCurrentThreadCpuTime();
                LivenessVerdict verdict = capture.judge();
                long judged = clock.getCurrentThreadCpuTime();
                if (round >= WARM_UP) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %d frames, %.0f kB; %.1f ms a frame, %.0f ms to judge%n",
                            verdict.outcome(),
                            seen,
                            bytes / 1e3,
                            (looked - start) / 1e6 / seen,
                            (judged - looked) / 1e6);
                }
            }
        }
    }
}
