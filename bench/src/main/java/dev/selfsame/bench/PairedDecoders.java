package dev.selfsame.bench;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.ImageIO;

/**
 * Times the engine's decoding, at full size and at the size that a search for faces begins with,
 * against the JDK's ImageIO, in turn within one process. Arguments: picture files.
 */
public final class PairedDecoders {

    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    private static final int OVERVIEW = 1000;

    private PairedDecoders() {}

    public static void main(String[] args) throws IOException {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        System.out.println("milliseconds, medians of " + ROUNDS + " rounds");
        System.out.println("file                 full size  for faces    ImageIO  ImageIO / full");
        for (String argument : args) {
            Path path = Path.of(argument);
            byte[] file = Files.readAllBytes(path);
            double[] full = new double[ROUNDS];
            double[] overview = new double[ROUNDS];
            double[] imageIo = new double[ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                double a = millis(() -> ours(decoder, file, Integer.MAX_VALUE));
                double b = millis(() -> ours(decoder, file, OVERVIEW));
                double c = millis(() -> theirs(file));
                if (i >= 0) {
                    full[i] = a;
                    overview[i] = b;
                    imageIo[i] = c;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %9.1f  %9.1f  %9.1f  %14.2f%n",
                    path.getFileName(),
                    median(full),
                    median(overview),
                    median(imageIo),
                    median(imageIo) / median(full));
        }
    }

    private static void ours(ImageDecoder decoder, byte[] file, int longSide) {
        if (!(decoder.decode(file, longSide) instanceof Decoded)) {
            throw new IllegalArgumentException("not a readable picture");
        }
    }

    private static void theirs(byte[] file) throws IOException {
        if (ImageIO.read(new ByteArrayInputStream(file)) == null) {
            throw new IllegalArgumentException("ImageIO does not read this format");
        }
    }

    private static double millis(Work work) throws IOException {
        long start = System.nanoTime();
        work.once();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Work {
        void once() throws IOException;
    }
}
