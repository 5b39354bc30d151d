package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.SecurityLevel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Judges every presentation of a list. */
public final class LivenessTrial {

    private static final int MILLIS_A_FRAME = 125;

    // why one more than the engine takes: it then sees that the file is too long
    private static final int MAX_BYTES = 512 * 1024 + 1;

    private final Engine engine;
    private final LivenessTask task;
    private final ParallelLoop loop;

    /**
     * A trial.
     *
     * @param mode of the captures that recordings are gone through with; none with targets
     * @param threads how many presentations are judged at once, at least 1
     */
    public LivenessTrial(Engine engine, LivenessMode mode, int threads) {
        this.engine = Objects.requireNonNull(engine, "engine");
        task = new LivenessTask(mode, SecurityLevel.MEDIUM, List.of());
        loop = new ParallelLoop(threads);
    }

    /** The verdicts in the order of the list. */
    public List<LivenessVerdict> judge(List<Presentation> presentations, Progress progress) {
        LivenessVerdict[] verdicts = new LivenessVerdict[presentations.size()];
        loop.run(verdicts.length, progress, i -> verdicts[i] = judge(presentations.get(i)));
        return Arrays.asList(verdicts);
    }

    /** From which score on a presentation is called an attack. */
    public double threshold(SecurityLevel level) {
        LivenessTask empty = new LivenessTask(LivenessMode.PASSIVE, level, List.of());
        return engine.judgeLiveness(empty, List.of(), MILLIS_A_FRAME).threshold();
    }

    private LivenessVerdict judge(Presentation presentation) {
        List<byte[]> frames = new ArrayList<>();
        for (Path file : presentation.frames()) {
            frames.add(bytes(file));
        }
        if (!presentation.recording()) {
            return engine.judgeLiveness(task, frames, MILLIS_A_FRAME);
        }
        LivenessCapture capture = engine.startLiveness(task);
        for (int i = 0; i < frames.size() && !capture.isComplete(); i++) {
            capture.accept((long) i * MILLIS_A_FRAME, frames.get(i));
        }
        return capture.judge();
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
