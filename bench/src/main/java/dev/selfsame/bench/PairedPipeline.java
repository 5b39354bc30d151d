package dev.selfsame.bench;

import dev.selfsame.engine.face.FaceStages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times the whole pipeline against its bare network runs, in turn within one process, so that a
 * machine that slows down slows both. Arguments: a picture with one face, and how many rounds.
 */
public final class PairedPipeline {

    private PairedPipeline() {}

    public static void main(String[] args) throws IOException {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        try (FaceStages stages = new FaceStages(Files.readAllBytes(Path.of(args[0])))) {
            double[] pipeline = new double[rounds];
            double[] bare = new double[rounds];
            double[] ratio = new double[rounds];
            double[] decode = new double[rounds];
            for (int i = -rounds / 4; i < rounds; i++) {
                double a = millis(stages::pipeline);
                double b = millis(stages::bareNetworks);
                double c = millis(stages::decode);
                if (i >= 0) {
                    pipeline[i] = a;
                    bare[i] = b;
                    decode[i] = c;
                    ratio[i] = a / b;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "pipeline %.1f ms, bare networks %.1f ms, decode alone %.1f ms,"
                            + " pipeline / bare %.3f (medians of %d rounds)%n",
                    median(pipeline),
                    median(bare),
                    median(decode),
                    median(ratio),
                    rounds);
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
