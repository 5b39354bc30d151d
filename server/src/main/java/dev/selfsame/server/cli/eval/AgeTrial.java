package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.server.cli.eval.AgeList.Portrait;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Estimates the age of everybody on a list. */
public final class AgeTrial {

    private final Engine engine;
    private final ParallelLoop loop;

    /**
     * A trial.
     *
     * @param threads how many pictures are read at once, at least 1
     */
    public AgeTrial(Engine engine, int threads) {
        this.engine = Objects.requireNonNull(engine, "engine");
        loop = new ParallelLoop(threads);
    }

    /** The estimates in years, in the order of the list; NaN where there is none. */
    public double[] estimate(List<Portrait> portraits, Progress progress) {
        double[] estimates = new double[portraits.size()];
        loop.run(
                estimates.length,
                progress,
                i -> estimates[i] = estimate(portraits.get(i).picture()));
        return estimates;
    }

    private double estimate(Path picture) {
        try (InputStream in = Files.newInputStream(picture)) {
            // why one byte more than allowed: the engine sees that the file is too long, memory
            // does not
            byte[] file = in.readNBytes((int) ImageLimits.DEFAULT.maxBytes() + 1);
            FaceOutcome outcome = engine.readFace(file, new FaceRequest(false, true));
            Double years =
                    outcome instanceof FaceOutcome.Found found ? found.face().ageYears() : null;
            return years == null ? Double.NaN : years;
        } catch (IOException _) {
            return Double.NaN;
        }
    }
}
