package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.cli.eval.PairList.Picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Reads every picture of a list once and compares every pair; keeps templates, never pictures. */
public final class Trial {

    /** The score of a pair that could not be compared: below any threshold. */
    static final double NOT_MADE = Double.NEGATIVE_INFINITY;

    private final Modality modality;
    private final ParallelLoop loop;

    /**
     * A trial.
     *
     * @param threads how many pictures are read at once, at least 1
     */
    public Trial(Modality modality, int threads) {
        this.modality = Objects.requireNonNull(modality, "modality");
        this.loop = new ParallelLoop(threads);
    }

    /** What came of each picture, in the order of the list. */
    public Reading[] read(PairList list, Progress progress) {
        Reading[] readings = new Reading[list.pictures().size()];
        loop.run(readings.length, progress, i -> readings[i] = read(list.pictures().get(i)));
        return readings;
    }

    private Reading read(Picture picture) {
        try {
            return modality.read(bytes(picture.file()));
        } catch (IOException e) {
            return new Reading.Failed("unreadable file");
        }
    }

    /**
     * why one byte more than allowed: the engine sees that the file is too long, memory does not.
     */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) ImageLimits.DEFAULT.maxBytes() + 1);
        }
    }

    /** Score of each pair, in the order of the list; negative infinity where it was not made. */
    public double[] compare(PairList list, Reading[] readings, Progress progress) {
        double[] scores = new double[list.pairs().size()];
        loop.run(scores.length, progress, i -> scores[i] = score(list.pairs().get(i), readings));
        return scores;
    }

    private double score(Pair pair, Reading[] readings) {
        if (readings[pair.first()] instanceof Reading.Acquired(Template reference, _)
                && readings[pair.second()] instanceof Reading.Acquired(Template candidate, _)) {
            return modality.compare(reference, candidate).score();
        }
        return NOT_MADE;
    }
}
